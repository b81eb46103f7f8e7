import { quotations } from '../text/quotations.js';
import { sentences } from '../text/sentences.js';
import { words, type Word } from '../text/words.js';
import type { Span } from '../terms/span.js';

/** A text as the resolve stage reads it: words with the sentence each is in, and what stands in quotation marks. */
export interface Document {
  readonly text: string;
  readonly words: readonly Word[];
  /** Sentence number of each word, counted through the whole text. */
  readonly sentence: readonly number[];
  /** Paragraph number of each word. */
  readonly paragraph: readonly number[];
  /** True where the word stands inside a quotation. */
  readonly quoted: readonly boolean[];
}

/** Reads a text in linear time. */
export function readDocument(text: string): Document {
  const list = words(text);
  return {
    text,
    words: list,
    sentence: numberBy(list, sentences(text)),
    paragraph: paragraphsOf(text, list),
    quoted: coveredBy(
      list,
      quotations(text).flatMap((quotation) => quotation.spans),
    ),
  };
}

/** Index of the first word that ends after `offset` (the word count if none does). */
export function wordAt({ words: list }: Document, offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.span[1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lower-cased word without possessive and full stop; '' outside the text. */
export function plain(document: Document, index: number): string {
  const word = document.words[index];
  return word === undefined ? '' : strip(word.lower);
}

/** A lower-cased word without its possessive and, for titles, its full stop. */
export function strip(lower: string): string {
  return lower.replace(/['’]s$|['’]$/u, '').replace(/^([^.]+)\.$/u, '$1');
}

/** True for "Castellan's": a new phrase begins after it. */
export function isPossessive(document: Document, index: number): boolean {
  const word = document.words[index];
  if (word === undefined) return false;
  return (
    /['’]s$/u.test(word.lower) ||
    (/s$/u.test(word.lower) &&
      /^['’]\s/u.test(document.text.slice(word.span[1], word.span[1] + 2)) &&
      !document.quoted[index])
  );
}

function numberBy(list: readonly Word[], spans: readonly Span[]): number[] {
  let at = 0;
  return list.map(({ span }) => {
    while (at + 1 < spans.length && spans[at + 1]![0] <= span[0]) at++;
    return at;
  });
}

function paragraphsOf(text: string, list: readonly Word[]): number[] {
  let number = 0;
  let last = 0;
  return list.map(({ span }) => {
    if (/\n/u.test(text.slice(last, span[0]))) number++;
    last = span[1];
    return number;
  });
}

function coveredBy(list: readonly Word[], spans: readonly Span[]): boolean[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  let next = 0;
  let end = 0;
  return list.map(({ span }) => {
    while (next < sorted.length && sorted[next]![0] <= span[0]) end = Math.max(end, sorted[next++]![1]);
    return span[0] < end;
  });
}
