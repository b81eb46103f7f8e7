import type { Span } from '../terms/span.js';

/**
 * The paragraphs of a clean text.
 * @param text paragraphs parted by one or more blank lines; a lone line break does not part them.
 * @returns in text order, trimmed, none empty; half-open, in UTF-16 code units of `text`.
 */
export function paragraphs(text: string): Span[] {
  const spans: Span[] = [];
  let start = -1;
  let end = -1;
  let breaks = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\n') breaks++;
    else if (!/\s/u.test(char)) {
      if (breaks > 1 && start >= 0) {
        spans.push([start, end]);
        start = -1;
      }
      if (start < 0) start = i;
      end = i + 1;
      breaks = 0;
    }
  }
  if (start >= 0) spans.push([start, end]);
  return spans;
}

/** The clean text of an article: its paragraphs, each on one line or more, parted by a blank line. */
export function joinParagraphs(list: readonly string[]): string {
  return list.join('\n\n');
}
