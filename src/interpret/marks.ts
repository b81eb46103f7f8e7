/** The loaded and distancing words of a label: one way to find them for every kind of label. */
import type { Token } from './tokens.js';
import { armedSides, loadedEnds, loadedHeads, loadedWords } from './words/labels.js';

export const opening = /^[“"«‘]$/u;
export const closing = /^[”"»’]$/u;

/** A loaded word; "…-held" and the like only of a name or an armed side ("Ostmark-occupied", "rebel-held", not "gun-controlled"). */
export function isLoaded({ low, form }: Pick<Token, 'low' | 'form'>): boolean {
  const [, side = '', end = ''] = /^(.+)-([a-z]+)$/u.exec(low) ?? [];
  return loadedWords.has(low) || (loadedEnds.has(end) && (/^\p{Lu}/u.test(form) || armedSides.has(side)));
}

const none: ReadonlySet<string> = new Set();

/** @param more words that are marks in this kind of label alone. @returns the marks in tokens `[from, to)`, in order, as written. */
export function marksIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  more: ReadonlySet<string> = none,
): string[] {
  const marks: string[] = [];
  for (let i = from; i < to; i++) {
    const { low, form } = tokens[i]!;
    const next = tokens[i + 1];
    if (low === 'de' && next?.low === 'facto') marks.push(`${form} ${tokens[++i]!.form}`);
    else if (/^(?:temporarily|illegally)$/u.test(low) && next !== undefined && isLoaded(next))
      marks.push(`${form} ${tokens[++i]!.form}`);
    else if (isLoaded({ low, form }) || loadedHeads.has(low) || more.has(low)) marks.push(form);
    else if (opening.test(form)) {
      const close = tokens.findIndex((t, at) => at > i && at < Math.min(to, i + 7) && closing.test(t.form));
      if (close === -1) continue;
      marks.push(quotedWords(tokens, i, close));
      i = close;
    }
  }
  return marks;
}

function quotedWords(tokens: readonly Token[], open: number, close: number): string {
  const inside = tokens.slice(open + 1, close).map(({ form }) => form).join(' ').replace(/ (['’]s)/gu, '$1'); // prettier-ignore
  return `${tokens[open]!.form}${inside}${tokens[close]!.form}`;
}
