import type { Span } from '../../terms/span.js';

interface Turn {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

const label = /^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})(:)\s+(?=\S)/u;

/**
 * The answers of an interview that is printed as "Name: words" paragraphs. It counts as one only where two labels take
 * turns; the label that asks (most of its paragraphs end in a question mark) is the interviewer, who makes no statement.
 */
export function turnsIn(text: string): Turn[] {
  return labelled(text)
    .filter(({ asks }) => !asks)
    .map(({ name, at: start, end, words }) => ({
      source: [[start, start + name.length]],
      cue: [[start + name.length, start + name.length + 1]],
      content: [[words, end]],
    }));
}

/** The paragraphs of a printed interview, questions and answers; [] where there is none. */
export function interview(text: string): Span[] {
  return labelled(text).map(({ at, end }) => [at, end]);
}

interface Labelled {
  readonly name: string;
  readonly at: number;
  readonly end: number;
  /** Where the words after the label begin. */
  readonly words: number;
  readonly asks: boolean;
}

function labelled(text: string): Labelled[] {
  const found: (Omit<Labelled, 'asks'> & { readonly question: boolean })[] = [];
  let at = 0;
  for (const paragraph of text.split('\n\n')) {
    const match = label.exec(paragraph.slice(0, 200));
    if (match !== null) {
      const question = paragraph.trimEnd().endsWith('?');
      found.push({
        name: match[1]!,
        at,
        end: at + paragraph.trimEnd().length,
        question,
        words: at + match[0].length,
      });
    }
    at += paragraph.length + 2;
  }
  const names = [...new Set(found.map(({ name }) => name))];
  if (names.length < 2 || found.length < 4) return [];
  const asks = new Set(
    names.filter((name) => {
      const own = found.filter((turn) => turn.name === name);
      return own.filter(({ question }) => question).length * 2 > own.length;
    }),
  );
  return asks.size === 0 ? [] : found.map((turn) => ({ ...turn, asks: asks.has(turn.name) }));
}
