import { distance } from 'fastest-levenshtein';
import { soundsOf } from './fold.js';
import { isInitial, type Name, type Word } from './name.js';

/**
 * How two names of people agree, from best to worst.
 * full: the same words. spelling: the same but for romanisation. near: a slip of the pen apart. part: one has more
 * surnames. initial: a given name is an initial. surname: one is a bare surname. none: two people.
 */
export type Agreement = 'full' | 'spelling' | 'near' | 'part' | 'initial' | 'surname' | 'none';

const ranks: readonly Agreement[] = ['full', 'spelling', 'near', 'part', 'initial', 'surname', 'none'];

/** Compares two people's names. Symmetric. */
export function comparePeople(a: Name, b: Name): Agreement {
  if (a.words.length === 0 || b.words.length === 0) return 'none';
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return 'none';
  if (a.words.length === 1 || b.words.length === 1) return compareBare(a.words, b.words);
  const straight = compareInOrder(a.words, b.words);
  if (straight !== 'none') return straight;
  // Surname first, as in Hungarian or by a list's habit: only where nothing is left to doubt.
  const turned = compareInOrder(a.words, [...b.words.slice(1), b.words[0]!]);
  return turned === 'full' || turned === 'spelling' ? turned : 'none';
}

function compareBare(a: readonly Word[], b: readonly Word[]): Agreement {
  const found = compareWords(a.at(-1)!, b.at(-1)!);
  return found === 'full' || found === 'spelling' ? 'surname' : 'none';
}

function compareInOrder(a: readonly Word[], b: readonly Word[]): Agreement {
  const given = compareWords(a[0]!, b[0]!);
  if (given === 'none') return 'none';
  const surname = compareWords(a.at(-1)!, b.at(-1)!);
  if (surname === 'initial') return 'none';
  if (surname === 'none') return comparePart(a, b, given);
  return worst(worst(given, surname), compareMiddles(a.slice(1, -1), b.slice(1, -1)));
}

/** "Ana Moreno Ruiz" and "Ana Moreno": the longer holds all of the shorter, in order. */
function comparePart(a: readonly Word[], b: readonly Word[], given: Agreement): Agreement {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === long.length || !isSame(given)) return 'none';
  let at = 0;
  for (const word of long) if (at < short.length && isSame(compareWords(word, short[at]!))) at++;
  return at === short.length ? 'part' : 'none';
}

/** Middle names may be left out; where both have one they must not contradict. */
function compareMiddles(a: readonly Word[], b: readonly Word[]): Agreement {
  if (a.length === 0 || b.length === 0) return 'full';
  const pairs = a.flatMap((x) => b.map((y) => compareWords(x, y)));
  const best = pairs.reduce((one, other) => (ranks.indexOf(one) < ranks.indexOf(other) ? one : other));
  return best === 'initial' ? 'full' : best;
}

function isSame(agreement: Agreement): boolean {
  return agreement === 'full' || agreement === 'spelling';
}

function worst(a: Agreement, b: Agreement): Agreement {
  return ranks.indexOf(a) > ranks.indexOf(b) ? a : b;
}

function compareWords(a: Word, b: Word): Agreement {
  if (isInitial(a) || isInitial(b))
    return a.folded[0] === b.folded[0] || a.spelling[0] === b.spelling[0] ? 'initial' : 'none';
  if (a.folded === b.folded) return 'full';
  if (a.spelling === b.spelling) return 'spelling';
  return isNear(a, b) ? 'near' : 'none';
}

/**
 * One slip, two in ten letters; more where the consonants are those that romanisations take for each other. Women's forms
 * of a surname or given name are no slip.
 */
function isNear(a: Word, b: Word): boolean {
  const length = Math.min(a.spelling.length, b.spelling.length);
  if (length < 4 || differInGender(a.spelling, b.spelling)) return false;
  const slips = Math.min(slipsOf(a.spelling, b.spelling), slipsOf(a.folded, b.folded));
  if (slips <= (length >= 10 ? 2 : 1)) return a.spelling[0] === b.spelling[0] || slips === 1;
  return slips <= (length >= 9 ? 3 : 2) && length >= 6 && soundsOf(a.spelling) === soundsOf(b.spelling);
}

/** Letters to change; two neighbours that changed places are one slip. */
function slipsOf(a: string, b: string): number {
  const found = distance(a, b);
  if (found !== 2 || a.length !== b.length) return found;
  const at = Array.from(a).findIndex((letter, i) => letter !== b[i]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] ? 1 : 2;
}

function differInGender(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long === `${short}a` || long === `${short}e`) return true;
  return short.length === long.length && short.slice(0, -1) === long.slice(0, -1)
    ? /[aeiou]$/u.test(short) && /[aeiou]$/u.test(long)
    : /aia$/u.test(long) && /i$/u.test(short) && long.slice(0, -3) === short.slice(0, -1);
}
