/** Half-open `[start, end)`, in UTF-16 code units of one article version's clean text. */
export type Span = readonly [start: number, end: number];

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** How many code units two spans share. */
function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}

/** How many code units two lists of spans share; the spans of one list do not overlap. */
export function sharedLength(a: readonly Span[], b: readonly Span[]): number {
  return a.reduce((sum, one) => b.reduce((inner, other) => inner + shared(one, other), sum), 0);
}

/** Code units under a list of spans. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

/** True when `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** The words under a span. */
export function slice(text: string, span: Span): string {
  return text.slice(span[0], span[1]);
}

/** The words under several spans, in order, joined by a space. */
export function sliceAll(text: string, spans: readonly Span[]): string {
  return spans.map((span) => slice(text, span)).join(' ');
}

/** A full stop, and the blank line after it. */
const paragraphBreak = 3;

/**
 * The words under several spans as one line to read: with an ellipsis where the article says something else between them,
 * with a space where only a paragraph ends.
 * @param texts the words under each span.
 */
export function joined(texts: readonly string[], spans: readonly Span[]): string {
  return texts.map((text, i) => joint(spans, i) + text).join('');
}

/** What stands between a span and the one before it, where they are shown as one line. */
export function joint(spans: readonly Span[], i: number): string {
  if (i === 0) return '';
  return spans[i]![0] - spans[i - 1]![1] <= paragraphBreak ? ' ' : ' … ';
}

/** The span without white space at its edges; null when nothing else is in it. */
export function trim(text: string, [start, end]: Span): Span | null {
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return start < end ? [start, end] : null;
}

/** Text order: by start, then by end. For `Array.prototype.sort`. */
export function byPosition(a: Span, b: Span): number {
  return a[0] - b[0] || a[1] - b[1];
}
