import type { Child } from 'hono/jsx';
import type { Span } from '../../terms/span.js';

/** A role lit in a text: which words, what they are, and of which statement. */
export interface Mark {
  readonly span: Span;
  readonly role: 'source' | 'cue' | 'content' | 'name' | 'edit' | 'hit';
  /** Statement that the words belong to; a link is put before the first words of each. */
  readonly statement?: string;
  /** What is told of the words where the pointer rests on them. */
  readonly note?: string;
}

interface Piece {
  readonly span: Span;
  readonly marks: readonly Mark[];
}

/**
 * Cuts a text at every edge of every mark, so that marks may nest and cross freely.
 * @returns pieces in text order that cover the text once, without gaps.
 */
export function cutAtMarks(text: string, marks: readonly Mark[]): Piece[] {
  const edges = new Set([0, text.length]);
  for (const { span } of marks) span.forEach((edge) => edges.add(edge));
  const sorted = [...edges].filter((e) => e >= 0 && e <= text.length).sort((a, b) => a - b);
  const opening = [...marks].sort((a, b) => a.span[0] - b.span[0]);
  let open: readonly Mark[] = [];
  let next = 0;
  return sorted.slice(0, -1).map((start, i) => {
    const first = next;
    while (next < opening.length && opening[next]!.span[0] <= start) next++;
    open = [...open, ...opening.slice(first, next)].filter((mark) => mark.span[1] > start);
    return { span: [start, sorted[i + 1]!], marks: open };
  });
}

interface MarkedTextProps {
  readonly text: string;
  /** Offsets into `text`. */
  readonly marks: readonly Mark[];
  /** What stands before the first words of a statement, e.g. its number. */
  readonly anchor?: (statement: string) => Child;
  /** What stands in the margin of a paragraph, given the statements that begin in it. */
  readonly margin?: (statements: readonly string[]) => Child;
  /** The part of the text to show; all of it by default. Cut at paragraph edges for whole paragraphs. */
  readonly window?: Span;
}

/** A text in paragraphs, with its marks lit. All text is escaped by the renderer. */
export function MarkedText({ text, marks, anchor, margin, window = [0, text.length] }: MarkedTextProps) {
  const shown = text.slice(window[0], window[1]);
  const local = marks
    .map((mark) => ({ ...mark, span: [mark.span[0] - window[0], mark.span[1] - window[0]] as Span }))
    .filter(({ span }) => span[1] > 0 && span[0] < shown.length);
  const parts = withFirsts(paragraphs(shown, cutAtMarks(shown, local)));
  if (margin === undefined) return <>{parts.map((pieces) => <Paragraph pieces={pieces} anchor={anchor} />)}</>; // prettier-ignore
  return (
    <>
      {parts.map((pieces) => (
        <div class="paragraph">
          <Paragraph pieces={pieces} anchor={anchor} />
          {margin(pieces.flatMap(({ begins }) => begins))}
        </div>
      ))}
    </>
  );
}

interface ParagraphPiece {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Statements whose first words these are. */
  readonly begins: readonly string[];
}

interface ParagraphProps {
  readonly pieces: readonly ParagraphPiece[];
  readonly anchor: MarkedTextProps['anchor'];
}

function Paragraph({ pieces, anchor }: ParagraphProps) {
  return (
    <p>
      {pieces.map(({ text, marks, begins }) => {
        const roles = [...new Set(marks.map((mark) => mark.role))];
        const note = marks.find((mark) => mark.note !== undefined)?.note;
        return (
          <>
            {anchor === undefined ? null : begins.map(anchor)}
            {roles.length === 0 ? text : <mark class={roles.join(' ')} title={note}>{text}</mark>}
          </>
        ); // prettier-ignore
      })}
    </p>
  );
}

type Cut = Omit<ParagraphPiece, 'begins'>;

function withFirsts(parts: readonly (readonly Cut[])[]): ParagraphPiece[][] {
  const seen = new Set<string>();
  return parts.map((pieces) =>
    pieces.map((piece) => {
      const ids = piece.marks.map(({ statement }) => statement).filter((id) => id !== undefined);
      const begins = [...new Set(ids)].filter((id) => !seen.has(id));
      begins.forEach((id) => seen.add(id));
      return { ...piece, begins };
    }),
  );
}

function paragraphs(text: string, pieces: readonly Piece[]): Cut[][] {
  const result: Cut[][] = [[]];
  for (const { span, marks } of pieces) {
    text
      .slice(span[0], span[1])
      .split('\n\n')
      .forEach((part, i) => {
        if (i > 0) result.push([]);
        if (part !== '') result.at(-1)!.push({ text: part, marks });
      });
  }
  return result.filter((paragraph) => paragraph.length > 0);
}
