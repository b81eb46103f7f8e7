import type { Span } from '../terms/span.js';
import { words, type Word } from './words.js';

const closers = new Set(['"', '”', '’', "'", '»', '“', ')', ']']);
const enders = new Set(['.', '?', '!', '…']);
/** Words that begin a sentence after "U.S." more often than they belong to a name. */
const starters = new Set(
  'the he she it they we i you in on but and a an this that these those his her their its our after before when while if as for at by with there what who'.split(
    ' ',
  ),
);

/**
 * The sentences of a stretch of text, in order, trimmed; closing quotation marks stay with their sentence.
 * Intl.Segmenter parts at "Mr. Smith" and "U.S. Senate", which fill political news, so the rule is ours:
 * a full stop ends a sentence unless it belongs to a known abbreviation, and a capital, digit or mark follows.
 * @param opaque spans, in text order, inside which nothing ends (quotations seen from outside).
 */
export function sentences(
  text: string,
  [from, to]: Span = [0, text.length],
  opaque: readonly Span[] = [],
): Span[] {
  const list = words(text, from, to);
  const found: Span[] = [];
  let start: number | null = null;
  let next = 0;
  for (let i = 0; i < list.length; i++) {
    const word = list[i]!;
    start ??= word.span[0];
    while (next < opaque.length && opaque[next]![1] < word.span[1]) next++;
    const cover = opaque[next];
    const inside = cover !== undefined && cover[0] <= word.span[0] && word.span[1] < cover[1];
    if (inside) continue;
    let last = i;
    if (cover !== undefined && cover[1] === word.span[1]) {
      if (!/[.?!…]/u.test(text.charAt(word.span[0] - 1))) continue;
    } else if (!ends(list, i, text)) continue;
    while (last + 1 < list.length && isCloser(list, last + 1)) last++;
    if (!opens(list[last + 1], list[last]!, text)) continue;
    found.push([start, list[last]!.span[1]]);
    start = null;
    i = last;
  }
  if (start !== null) found.push([start, list.at(-1)!.span[1]]);
  return found;
}

function isCloser(list: readonly Word[], i: number): boolean {
  const mark = list[i]!;
  return mark.span[0] === list[i - 1]!.span[1] && (closers.has(mark.lower) || enders.has(mark.lower));
}

function ends(list: readonly Word[], i: number, text: string): boolean {
  const { lower, span } = list[i]!;
  if (enders.has(lower) || /^\.{2,}$/u.test(lower)) return true;
  if (!lower.endsWith('.')) return false;
  const next = list[i + 1];
  if (next === undefined) return true;
  return (
    lower.length > 3 &&
    lower.includes('.', 1) &&
    next.capital &&
    starters.has(next.lower) &&
    text.charAt(span[1]) !== '.'
  );
}

function opens(next: Word | undefined, last: Word, text: string): boolean {
  if (next === undefined) return true;
  if (next.span[0] === last.span[1]) return false;
  if (text.slice(last.span[1], next.span[0]).includes('\n')) return true;
  return next.capital || !next.letters || /^\p{N}/u.test(next.lower) || /^[\p{Lo}]/u.test(next.lower);
}
