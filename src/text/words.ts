import type { Span } from '../terms/span.js';

/** One word or mark of a text. `lower` is its lower-cased text. */
export interface Word {
  readonly span: Span;
  readonly lower: string;
  /** False for punctuation and symbols. */
  readonly letters: boolean;
  /** True when it begins with a capital letter. */
  readonly capital: boolean;
}

/**
 * Titles, months and the like whose full stop ends no sentence.
 * Intl.Segmenter is not used: it parts "U.S." into "U.S" and ".", and compounds at the hyphen, and knows no such list.
 */
const abbreviations =
  'mr mrs ms dr prof gen sen rep gov lt col sgt maj capt rev hon pres st jr sr messrs jan feb mar apr jun jul aug sep sept oct nov dec mt vs etc inc corp co ltd no dept fig approx ft';
export const abbreviationWords: ReadonlySet<string> = new Set(abbreviations.split(' '));

const pattern =
  /(?:\p{L}\.){2,}|[\p{L}\p{N}_]+(?:['’&/-][\p{L}\p{N}_]+|[.,:]\p{N}+)*|\.{2,}|-{2,}|[^\s\p{L}\p{N}_]/gu;

/**
 * The words and marks of a text, in order, in linear time. "U.S.", "Mr.", "well-known" and "3.5" are one word each;
 * a possessive stays with its word.
 * @param from first code unit looked at. @param to end, exclusive.
 */
export function words(text: string, from = 0, to = text.length): Word[] {
  const piece = text.slice(from, to);
  const found: Word[] = [];
  for (const match of piece.matchAll(pattern)) {
    const start = from + match.index;
    let value = match[0];
    if (isAbbreviated(value) && text.charAt(start + value.length) === '.' && start + value.length < to)
      value += '.';
    const previous = found.at(-1);
    if (previous !== undefined && previous.span[1] > start) continue;
    found.push({
      span: [start, start + value.length],
      lower: value.length > 80 ? value : value.toLowerCase(),
      letters: /^[\p{L}\p{N}_]/u.test(value),
      capital: /^\p{Lu}/u.test(value),
    });
  }
  return found;
}

/** Initials ("J") and listed abbreviations ("Mr", but not "mar" as a common word). */
function isAbbreviated(word: string): boolean {
  if (word.length === 1) return /\p{Lu}/u.test(word) && word !== 'I';
  return word.length <= 6 && /^\p{Lu}/u.test(word) && abbreviationWords.has(word.toLowerCase());
}
