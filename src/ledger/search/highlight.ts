import type { Span } from '../../terms/span.js';

/** What the database gives: the content, and its words with those found between two private-use characters. */
export interface Marked {
  readonly content: readonly Span[];
  readonly content_texts: readonly string[];
  /** As `content_texts`; null where no words were asked. */
  readonly marked: readonly string[] | null;
}

const opens = '\ue000';
const closes = '\ue001';

/** The places in the article's text that are marked, in text order. */
export function highlights({ content, content_texts: texts, marked }: Marked): Span[] {
  return (marked ?? []).flatMap((words, i) => markedIn(texts[i]!, words, content[i]![0]));
}

/**
 * Walks along the plain and the marked text. A text may hold the two characters itself; those stand in both, the marks in
 * the marked one alone.
 */
function markedIn(plain: string, marked: string, offset: number): Span[] {
  const found: Span[] = [];
  let at = 0;
  let start: number | null = null;
  for (const char of marked) {
    if (plain.startsWith(char, at)) at += char.length;
    else if (char === opens) start = at;
    else if (char === closes && start !== null) {
      found.push([offset + start, offset + at]);
      start = null;
    } else return found;
  }
  return found;
}
