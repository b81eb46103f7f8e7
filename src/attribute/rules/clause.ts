import type { Span } from '../../terms/span.js';
import { words, type Word } from '../../text/words.js';
import { lemmaOfCue } from './lexicon.js';

/** A sentence as the rules see it: its words, with each quotation folded into one piece. */
export interface Piece {
  readonly span: Span;
  /** Lower-cased word; "“”" for a quotation. */
  readonly lower: string;
  readonly capital: boolean;
  readonly letters: boolean;
  /** A real quotation, or a word in scare quotes, or neither. */
  readonly quoted: 'quotation' | 'scare' | null;
  /** Lemma when the word can be a cue. */
  readonly cue: string | null;
}

/** A quotation that stands in one sentence. */
export interface Quoted {
  readonly span: Span;
  readonly scare: boolean;
}

/** Folds a sentence; `quoted` in text order. Linear. */
export function pieces(text: string, [start, end]: Span, quoted: readonly Quoted[]): Piece[] {
  const parts: Piece[][] = [];
  let at = start;
  for (const { span, scare } of quoted) {
    if (span[0] < at || span[1] > end) continue;
    parts.push(words(text, at, span[0]).map(plain), [
      { span, lower: '“”', capital: false, letters: false, quoted: scare ? 'scare' : 'quotation', cue: null },
    ]);
    at = span[1];
  }
  parts.push(words(text, at, end).map(plain));
  return parts.flat();
}

function plain({ span, lower, capital, letters }: Word): Piece {
  return { span, lower, capital, letters, quoted: null, cue: letters && !capital ? lemmaOfCue(lower) : null };
}

const auxiliaries = new Set(
  'has have had is was were are be been will would did does do also later then again earlier never not once still already repeatedly strongly firmly publicly privately previously meanwhile just only often now has recently reportedly'.split(' '),
); // prettier-ignore
const stops = new Set('that which because although though while when where after before but if as so and or than since until unless'.split(' ')); // prettier-ignore
const pronouns = new Set('he she it they we i you who'.split(' '));
const determiners = new Set('the a an his her its their our my this these those some many several two three four other one both most neither nobody everyone critics analysts officials experts'.split(' ')); // prettier-ignore

/** First piece of the verb group that ends at `cue`: its auxiliaries and adverbs. */
export function verbStart(list: readonly Piece[], cue: number): number {
  let i = cue;
  while (
    i > 0 &&
    (auxiliaries.has(list[i - 1]!.lower) || isAdverb(list[i - 1]!.lower)) &&
    !list[i - 1]!.capital
  )
    i--;
  return i;
}

const noAdverb = /^(?:weekly|daily|monthly|family|assembly|ally|italy|supply|july|monopoly|reply)$/u;

function isAdverb(word: string): boolean {
  return word.endsWith('ly') && !noAdverb.test(word);
}

/**
 * The noun phrase before a verb, appositions between commas and relative clauses included.
 * @returns piece indexes `[from, to)`; null when what stands there is no plausible source.
 */
export function subjectBefore(
  list: readonly Piece[],
  verb: number,
  from = 0,
): readonly [number, number] | null {
  const end = verb;
  if (list[end - 1]?.lower === ',') {
    const opening = commaBefore(list, end - 1, from);
    if (opening === null || end - 1 - opening < 2) return null;
    const start = phraseStart(list, opening, from);
    return start === null ? null : [start, end - 1];
  }
  const start = phraseStart(list, end, from);
  if (start === null) return null;
  // "He made this remark": a pronoun with more behind it is the subject of another verb.
  if (pronouns.has(list[start]!.lower) && end - start > 1) return null;
  return [start, end];
}

function commaBefore(list: readonly Piece[], before: number, from: number): number | null {
  for (let i = before - 1; i > from; i--) if (list[i]!.lower === ',') return i;
  return null;
}

/** Walks left from `end` to where the phrase begins, at most 25 pieces. */
function phraseStart(list: readonly Piece[], end: number, from: number): number | null {
  let start = end;
  while (start > from && end - start < 25) {
    const piece = list[start - 1]!;
    if (
      piece.quoted === 'quotation' ||
      stops.has(piece.lower) ||
      /^\d{1,2}[:.]\d{2}$/u.test(piece.lower) ||
      /^[,;:.?!()—–-]$|^-{2}$/u.test(piece.lower)
    )
      break;
    start--;
  }
  if (
    list[start - 1]?.lower === 'and' &&
    start - 1 > from &&
    list[start]?.capital === true &&
    list[start - 2]?.capital === true
  ) {
    start = phraseStart(list, start - 1, from) ?? start;
  }
  while (
    start < end &&
    /^(?:on|in|at|by|yesterday|today|but|meanwhile|however|later|hours?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|evening|morning|night)$/u.test(
      list[start]!.lower,
    ) &&
    end - start > 1
  ) {
    const next = nounAfter(list, start + 1, end);
    if (next === null) return null;
    start = next;
  }
  return start < end && isPhrase(list[start]!) ? start : null;
}

function nounAfter(list: readonly Piece[], from: number, end: number): number | null {
  for (let i = from; i < end; i++) {
    const piece = list[i]!;
    if (piece.capital || pronouns.has(piece.lower) || determiners.has(piece.lower)) return i;
  }
  return null;
}

function isPhrase({ lower, capital, quoted, letters }: Piece): boolean {
  return (
    quoted === 'scare' ||
    (letters &&
      (capital || pronouns.has(lower) || determiners.has(lower) || /(?:s|men|people)$/u.test(lower)))
  );
}

const ends = new Set(
  'in on at during after before as when while to from with by about for that who'.split(' '),
);

/**
 * The noun phrase after a verb ("said Toval, the leader of Ilmaria").
 * @returns piece indexes `[from, to)`; null when none begins there.
 */
export function subjectAfter(list: readonly Piece[], from: number): readonly [number, number] | null {
  const first = list[from];
  if (first === undefined || !isPhrase(first)) return null;
  let end = from + 1;
  while (end < list.length && end - from < 20) {
    const piece = list[end]!;
    if (piece.quoted === 'quotation' || /^[,;:.?!()—–]$/u.test(piece.lower) || ends.has(piece.lower)) break;
    end++;
  }
  const last = list.length - 1;
  if (list[end]?.lower === ',' && determiners.has(list[end + 1]?.lower ?? '')) {
    let stop = end + 1;
    while (stop < last && !/^[,.]$/u.test(list[stop]!.lower) && list[stop]!.quoted !== 'quotation') stop++;
    if (stop - end > 1 && stop - end < 20) end = stop;
  }
  return [from, end];
}
