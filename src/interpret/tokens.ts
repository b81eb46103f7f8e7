/** Words and marks of a text with sentence and paragraph boundaries: what all the grammar of this stage walks over. */
import type { Span } from '../terms/span.js';
import { verbLemma } from './lemma.js';

export interface Token {
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly form: string;
  /** Lower case, curly apostrophes straightened. */
  readonly low: string;
  /** Lemma of the word read as a verb; `low` where it is none. */
  readonly lemma: string;
  /** Starts with a capital letter. */
  readonly capital: boolean;
  /** A word, not a mark. */
  readonly word: boolean;
  /** Index of the sentence in the text, from 0; a paragraph break always starts a new one. */
  readonly sentence: number;
  /** Index of the paragraph in the text, from 0. */
  readonly paragraph: number;
}

// One alternative starts at any character and none repeats within a repeat, so that matching is linear.
const TOKEN =
  /\p{Lu}(?:\.\p{Lu})+\.?|[\p{L}\p{N}]+n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[\p{L}\p{M}\p{N}]+(?:[-‑–][\p{L}\p{M}\p{N}]+)*|…|\.\.\.|[^\s]/gu;
const ABBREVIATION = new Set(
  'mr mrs ms dr prof gen col lt sen rep gov st jr sr no vs maj capt hon rev sgt dept'.split(' '),
);

/** @param text clean text. @returns tokens in text order; sentence numbers never decrease. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let paragraphs = 0;
  let ended = false;
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    for (const [start, form] of splitContraction(match.index, match[0])) {
      const low = form.toLowerCase().replaceAll('’', "'");
      const capital = /^\p{Lu}/u.test(form);
      const paragraph = text.slice(last, start).includes('\n');
      if (paragraph) paragraphs++;
      const quote = /^["“”‘’'«»)\]]$/u.test(form);
      const closing = quote && start === last;
      if (
        tokens.length > 0 &&
        (paragraph || (ended && !closing && (capital || quote || /^\p{N}/u.test(form))))
      ) {
        sentence++;
        ended = false;
      } else if (ended && !closing) ended = false;
      if (endsDateline(tokens, form, paragraphs)) ended = true;
      else if (/^(?:[.!?]|…|\.\.\.)$/u.test(form)) {
        const before = tokens.at(-1);
        const short = form === '.' && before !== undefined && before.end === start;
        ended = !(short && (ABBREVIATION.has(before.low) || (before.capital && before.form.length === 1)));
      }
      const word = /^[\p{L}\p{N}'’]/u.test(form) && form.length > (/^['’]/u.test(form) ? 1 : 0);
      tokens.push({
        start,
        end: start + form.length,
        form,
        low,
        lemma: word ? verbLemma(low) : low,
        capital,
        word,
        sentence,
        paragraph: paragraphs,
      });
      last = start + form.length;
    }
  }
  return tokens;
}

/** "TESKA (Wire) —", "TESKA, Ilmaria --": what stands before the news is a sentence of its own. */
function endsDateline(tokens: readonly Token[], form: string, paragraph: number): boolean {
  const dash = /^[—–•]$/u.test(form) || (form === '-' && tokens.at(-1)?.form === '-');
  if (!dash || tokens.length > 14 || paragraph > 0) return false;
  return /^\p{Lu}{3,}$/u.test(tokens[0]?.form ?? '');
}

/** "won't" → "wo" + "n't"; "Russia–Belarus" stays whole. */
function splitContraction(start: number, form: string): [number, string][] {
  if (form.length > 3 && /n['’]t$/iu.test(form)) {
    return [
      [start, form.slice(0, -3)],
      [start + form.length - 3, form.slice(-3)],
    ];
  }
  return [[start, form]];
}

/** Index of the first token that ends after `offset`; `tokens.length` when there is none. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** `[first, last)` token indexes that lie in the span. */
export function tokensIn(tokens: readonly Token[], [start, end]: Span): [number, number] {
  return [
    tokenAt(tokens, start),
    tokenAt(tokens, end - 1) + (tokenAt(tokens, end - 1) < tokens.length ? 1 : 0),
  ];
}
