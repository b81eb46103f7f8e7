/** What stands in quotation marks, as far as kinds and voices need it: one pass, marks paired within and over paragraphs. */
import type { Span } from '../terms/span.js';

const OPENERS: Record<string, string> = { '“': '”', '«': '»', '„': '“”' };

/**
 * @returns quoted stretches in text order, marks included, one a paragraph. A quotation left open at the end of its
 * paragraph goes on where the next paragraph re-opens it or closes it before opening another.
 */
export function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  let open = null as string | null; // the closers that would end what is open
  let offset = 0;
  for (const paragraph of text.split('\n')) {
    const marks = marksOf(paragraph);
    if (open !== null && !continues(marks, open)) open = null;
    let start = open === null ? -1 : 0;
    marks.forEach(({ at, mark, opens }, i) => {
      if (start >= 0 && open !== null && open.includes(mark) && (mark !== '"' || !opens)) {
        spans.push([offset + start, offset + at + 1]);
        start = -1;
        open = null;
      } else if (start < 0 && opens && (mark === '"' || mark in OPENERS)) {
        start = at;
        open = mark === '"' ? '"' : OPENERS[mark]!;
      } else if (start >= 0 && i === 0) start = at;
    });
    if (start >= 0 && paragraph.trim() !== '') spans.push([offset + start, offset + paragraph.length]);
    offset += paragraph.length + 1;
  }
  return spans;
}

interface Mark {
  readonly at: number;
  readonly mark: string;
  readonly opens: boolean;
}

function marksOf(paragraph: string): Mark[] {
  return [...paragraph.matchAll(/["“”«»„]/gu)].map(({ index, 0: mark }) => {
    const before = index === 0 ? ' ' : paragraph.charAt(index - 1);
    const after = paragraph.charAt(index + 1);
    const opens =
      mark === '"' ? /[\s([—–-]/u.test(before) && after !== '' && !/\s/u.test(after) : mark in OPENERS;
    return { at: index, mark, opens };
  });
}

/** True when an empty line, a re-opening mark, or a closing mark that no opening one precedes follows. */
function continues(marks: readonly Mark[], open: string): boolean {
  const first = marks[0];
  if (first === undefined) return true;
  if (first.at === 0 && first.opens) return true;
  return open.includes(first.mark) && !first.opens;
}

/** True when all of the span lies in one of the quoted stretches. Linear in their number. */
export function isQuoted(quoted: readonly Span[], [start, end]: Span): boolean {
  return quoted.some(([from, to]) => from <= start && end <= to);
}
