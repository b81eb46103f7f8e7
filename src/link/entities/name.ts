import { fold, spellingOf } from './fold.js';
import { articles, particles, suffixes, titles } from './words.js';

/** A name taken apart, for comparison. All parts are folded. */
export interface Name {
  /** As told. */
  readonly told: string;
  /** Folded, without titles and articles; equal keys are equal names. */
  readonly key: string;
  /** The same in the spelling that transliterations share. */
  readonly spelling: string;
  /** Words in the order given name to surname, particles left out; an initial is one letter. */
  readonly words: readonly Word[];
  /** `jr`, `ii` …; null where there is none. */
  readonly suffix: string | null;
}

export interface Word {
  readonly folded: string;
  readonly spelling: string;
}

/** Longest name that is looked at, in UTF-16 code units: a longer one is a sentence that was taken for a name. */
export const longestName = 200;

/** Takes a person's name apart: titles go, "Surname, Given" is turned round, initials and suffixes are told. */
export function personName(told: string): Name {
  const folded = fold(told);
  const [last = '', first] = folded.split(',').map((part) => part.trim());
  const comma = first === undefined || isSuffix(first) ? folded.replaceAll(',', ' ') : `${first} ${last}`;
  const tokens = comma.split(/\s+/u).flatMap(partInitials).filter((token) => token !== ''); // prettier-ignore
  const suffix = tokens.length > 2 && isSuffix(tokens.at(-1)!) ? tokens.at(-1)! : null;
  const kept = withoutTitles(suffix === null ? tokens : tokens.slice(0, -1));
  const core = kept.filter((token) => !particles.has(token));
  return nameOf(told, kept, core.length > 0 ? core : kept, suffix);
}

/** Takes the name of a body, place or work apart: only articles go. */
export function bodyName(told: string): Name {
  const tokens = fold(told).replace(/[.,]/gu, ' ').split(/\s+/u).filter((token) => token !== ''); // prettier-ignore
  const kept = tokens.length > 1 && articles.has(tokens[0]!) ? tokens.slice(1) : tokens;
  return nameOf(told, kept, kept, null);
}

function nameOf(
  told: string,
  tokens: readonly string[],
  core: readonly string[],
  suffix: string | null,
): Name {
  const words = core.map((folded, i) => {
    // "Poutine": what French puts behind a man's surname. A given name in -ine is a woman's.
    const spelt = i > 0 && i === core.length - 1 ? folded.replace(/(?<=[a-z]{3}in)e$/u, '') : folded;
    return { folded, spelling: spellingOf(spelt) };
  });
  return {
    told,
    key: [...tokens, ...(suffix === null ? [] : [suffix])].join(' '),
    spelling: words.map(({ spelling }) => spelling).join(' '),
    words,
    suffix,
  };
}

const isSuffix = (token: string): boolean => suffixes.has(token.replaceAll('.', ''));

/** "J.K." is two initials, "St." a word. */
function partInitials(token: string): string[] {
  return /^(?:[a-z]\.)+[a-z]?$/u.test(token) ? token.split('.') : [token.replaceAll('.', '')];
}

function withoutTitles(tokens: readonly string[]): readonly string[] {
  const first = tokens.findIndex((token) => !titles.has(token));
  return first <= 0 ? tokens : tokens.slice(first);
}

/** True for one letter that stands for a name. */
export function isInitial({ folded }: Word): boolean {
  return folded.length === 1;
}

/** Given name and surname both written out. */
export function isFull({ words }: Name): boolean {
  return words.length > 1 && !isInitial(words[0]!) && !isInitial(words.at(-1)!);
}

/** Orders names of one entity from bare to full: words written out count, then initials, then letters. */
export function fullness({ words, told }: Name): number {
  const out = words.filter((word) => !isInitial(word)).length;
  return out * 10_000 + (words.length - out) * 1000 + Math.min(999, told.length);
}

/** The surname's spelling; null where a name has no words. */
export function surnameOf({ words }: Name): string | null {
  return words.at(-1)?.spelling ?? null;
}

/** The given name's spelling, or its initial; null for a bare surname. */
export function givenOf({ words }: Name): string | null {
  return words.length > 1 ? words[0]!.spelling : null;
}
