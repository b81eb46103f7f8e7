import type { Name, NameType } from '../terms/attribution.js';
import { isPossessive, plain, strip, wordAt, type Document } from './document.js';
import { genderOfGiven, type Gender } from './gender.js';
import { hasBodyNoun, isUpper, typeOf, type NameMention, type TypeClues } from './name-type.js';
import { placesShown } from './place-clues.js';
import {
  bodyJoins,
  bodyNouns,
  isDemonym,
  isGroup,
  nameParticles,
  notNames,
  places,
} from './words/name-words.js';
import {
  femaleWords,
  isListedPersonNoun,
  honorifics,
  isPersonNoun,
  maleWords,
  portfolios,
  roleModifiers,
  shortTitles,
  vagueNouns,
} from './words/person-nouns.js';

const longestName = 12;
const longestTitle = 9;

/**
 * Finds the proper names of a text: those that the engine tells, and runs of capital letters where it tells none.
 * Engines differ in whether titles belong to a name; here they never do.
 * @param told names of the engine, in text order.
 * @returns in text order, without overlaps.
 */
export function findNames(document: Document, told: readonly Name[]): NameMention[] {
  const headings = headingParagraphs(document);
  const clues: Clues = {
    told: toldTypes(document, told),
    inner: midSentenceCapitals(document, headings),
    places: placesShown(document),
  };
  const found: NameMention[] = [];
  for (let at = 0; at < document.words.length;) {
    const to = headings.has(document.paragraph[at]!)
      ? headingRun(document, at, clues.inner)
      : runEnd(document, at, clues);
    if (to === at) {
      at++;
      continue;
    }
    found.push(...readRun(document, at, to, clues));
    at = to;
  }
  return found;
}

/** What is known of the words of a text before its names are read. */
interface Clues extends TypeClues {
  /** Lower-cased words seen with a capital inside a sentence. */
  readonly inner: ReadonlySet<string>;
}

/** The engine's type of each word that a name of its covers. */
function toldTypes(document: Document, told: readonly Name[]): TypeClues['told'] {
  const types = new Map<number, { type: NameType; confidence: number }>();
  for (const { span, type, confidence } of told) {
    if (confidence < 0.3) continue;
    const last = Math.min(document.words.length, wordAt(document, span[0]) + longestName);
    for (let i = wordAt(document, span[0]); i < last && document.words[i]!.span[0] < span[1]; i++)
      types.set(i, { type, confidence });
  }
  return types;
}

/** Lower-cased words seen with a capital inside a sentence: there the capital is the word's own. */
function midSentenceCapitals(document: Document, headings: ReadonlySet<number>): Set<string> {
  const seen = new Set<string>();
  document.words.forEach((word, i) => {
    if (word.capital && !headings.has(document.paragraph[i]!) && !opensSentence(document, i))
      seen.add(strip(word.lower));
  });
  return seen;
}

/** Words that Title Case leaves small. */
const headingSmall = new Set(
  'a an the of to in on for and or at by with from as but vs is over into s'.split(' '),
);

/** Paragraphs set in Title Case, as headlines are: capitals tell nothing there. */
function headingParagraphs(document: Document): Set<number> {
  const counts = new Map<number, { letters: number; capitals: number }>();
  document.words.forEach((word, i) => {
    if (!word.letters || (!word.capital && headingSmall.has(word.lower))) return;
    const count = counts.get(document.paragraph[i]!) ?? { letters: 0, capitals: 0 };
    counts.set(document.paragraph[i]!, {
      letters: count.letters + 1,
      capitals: count.capitals + (word.capital ? 1 : 0),
    });
  });
  return new Set(
    [...counts]
      .filter(([, c]) => c.capitals >= 3 && c.letters < 40 && c.capitals >= 0.9 * c.letters)
      .map(([paragraph]) => paragraph),
  );
}

/** In a heading a name is a run of words that the article's sentences write with a capital too. */
function headingRun(document: Document, at: number, inner: ReadonlySet<string>): number {
  let to = at;
  const fits = (i: number): boolean =>
    isCapital(document, i) && inner.has(plain(document, i)) && !notNames.has(plain(document, i));
  while (
    to < document.words.length &&
    to - at < longestName &&
    fits(to) &&
    (to === at || (adjacent(document, to - 1) && !isPossessive(document, to - 1)))
  )
    to++;
  return to;
}

function opensSentence(document: Document, i: number): boolean {
  if (
    i === 0 ||
    document.sentence[i] !== document.sentence[i - 1] ||
    document.paragraph[i] !== document.paragraph[i - 1]
  )
    return true;
  return /^["“”„«'‘(:;.?!…—–-]/u.test(document.words[i - 1]!.lower) && !document.words[i - 1]!.letters;
}

/** The end of the run of name words that begins at `at`, or `at` itself. */
function runEnd(document: Document, at: number, clues: Clues): number {
  if (!startsName(document, at, clues)) return at;
  let to = at + 1;
  while (to < document.words.length && to - at < longestName && !isPossessive(document, to - 1)) {
    const next = continuation(document, at, to);
    if (next === to) break;
    to = next;
  }
  return to;
}

function startsName(document: Document, at: number, { inner, told }: Clues): boolean {
  const word = document.words[at]!;
  if (!isCapital(document, at)) return false;
  const lower = strip(word.lower);
  if (/['’](?:re|ve|ll|m|d)$/u.test(lower)) return false;
  const addressed =
    isCapital(document, at + 1) ||
    (nameParticles.has(plain(document, at + 1)) && isCapital(document, at + 2));
  if (notNames.has(lower) && !(honorifics.has(lower) && addressed)) return false;
  if (!opensSentence(document, at)) return true;
  if (isCapital(document, at + 1) && adjacent(document, at)) return true;
  return (
    inner.has(lower) ||
    places.has(lower) ||
    bodyNouns.has(lower) ||
    isPossessive(document, at) ||
    isUpper(document, at) ||
    ((told.get(at)?.confidence ?? 0) > 0.6 && !isPersonNoun(lower) && !vagueNouns.has(lower)) ||
    !isCommonWord(lower) ||
    isGroup(lower)
  );
}

/** A word that a sentence opens with and that is seen nowhere else: a name only where its shape or the lists say so. */
function isCommonWord(lower: string): boolean {
  return (
    genderOfGiven(lower) === 'unknown' ||
    isPersonNoun(lower) ||
    /(?:ing|ed|ly|tion|ments?|ness|ies)$/u.test(lower)
  );
}

function isCapital(document: Document, i: number): boolean {
  const word = document.words[i];
  return (
    word !== undefined &&
    (word.capital ||
      /^\d+\p{Lu}|^[a-z]{1,2}[-'’]\p{Lu}/u.test(document.text.slice(word.span[0], word.span[1])))
  );
}

/** True when only blank stands between this word and the next, in one paragraph. */
function adjacent(document: Document, i: number): boolean {
  const next = document.words[i + 1];
  return (
    next !== undefined &&
    /^[ \u00a0]{0,2}$/u.test(document.text.slice(document.words[i]!.span[1], next.span[0]))
  );
}

function continuation(document: Document, from: number, at: number): number {
  if (!adjacent(document, at - 1)) return at;
  if (isCapital(document, at)) return notNames.has(plain(document, at)) ? at : at + 1;
  const lower = plain(document, at);
  const isBody = hasBodyNoun(document, from, at);
  if (lower === ',' && ['jr', 'sr'].includes(plain(document, at + 1))) return at + 2;
  const joins =
    nameParticles.has(lower) ||
    (bodyJoins.has(lower) &&
      (isBody ||
        lower === '&' ||
        (lower === 'of' &&
          plain(document, at - 1) !== 'president' &&
          !opensSentence(document, at - 1) &&
          isOfficeOf(document, at))));
  if (!joins || !adjacent(document, at)) return at;
  const skip = plain(document, at + 1) === 'the' && isCapital(document, at + 2) ? 2 : 1;
  return isCapital(document, at + skip) &&
    !notNames.has(plain(document, at + skip)) &&
    (lower !== 'and' || isBodyTail(document, at))
    ? at + skip + 1
    : at;
}

/** "Secretary of State X", "Court of Appeals", "Republic of X": capital, "of", capital. */
function isOfficeOf(document: Document, of: number): boolean {
  const before = plain(document, of - 1);
  return [
    'secretary',
    'republic',
    'minister',
    'university',
    'house',
    'bank',
    'board',
    'court',
    'ministry',
    'people',
    'kingdom',
    'state',
    'union',
    'speaker',
    'chief',
    'director',
    'federation',
    'league',
    'institute',
    'department',
    'academy',
    'attorney',
  ].includes(before);
}

/** "Ministry of Health and Labour": "and" joins inside a body's name only after "of" or "for". */
function isBodyTail(document: Document, at: number): boolean {
  for (let i = at - 1; i > at - 4 && i >= 0; i--)
    if (['of', 'for', 'on'].includes(plain(document, i))) return bodyNouns.has(plain(document, i - 1));
  return false;
}

/** Cuts title and name apart, and gives the name its type. */
function readRun(document: Document, from: number, to: number, clues: Clues): NameMention[] {
  const start = nameStart(document, from, to);
  if (start >= to) return [];
  const titleFrom = titleStart(document, from, start);
  const lower = plain(document, start);
  if (to - start === 1 && isDemonym(lower) && !isGroup(lower) && !places.has(lower)) return [];
  const text = nameText(document, start, to);
  const gender = genderOf(document, titleFrom, start, to);
  const type = typeOf(document, { from: start, to, titleFrom, text }, clues);
  return [
    {
      from: start,
      to,
      text,
      type,
      titleFrom,
      gender: type === 'person' || type === 'other' ? gender : 'unknown',
    },
  ];
}

/** First word after the titles that a run of capitals begins with. */
function nameStart(document: Document, from: number, to: number): number {
  let start = from;
  if (isPortfolioOf(document, from)) {
    while (start < to && (portfolios.has(plain(document, start)) || plain(document, start) === 'and'))
      start++;
    if (start === to) start = from;
  }
  for (let i = start; i < to; i++) {
    if (!isTitle(document, i, to)) continue;
    if (i === to - 1 && isSurnameHere(document, from, i)) break;
    start = i + 1;
    if (plain(document, start) === 'of') start = officeEnd(document, start, to);
  }
  return start;
}

/** "Minister for European Integration X": words of an office go before the name. */
function isPortfolioOf(document: Document, from: number): boolean {
  return /^(?:for|of)$/u.test(plain(document, from - 1)) && isListedPersonNoun(plain(document, from - 2)) && portfolios.has(plain(document, from)); // prettier-ignore
}

function isTitle(document: Document, i: number, to: number): boolean {
  const lower = plain(document, i);
  return (
    honorifics.has(lower) ||
    shortTitles.has(lower) ||
    (isListedPersonNoun(lower) && !isGroup(lower) && !isBodyAfter(document, i, to))
  );
}

/** "Mr. King", "Stephen King": a person noun behind a form of address or a given name is the surname. */
function isSurnameHere(document: Document, from: number, i: number): boolean {
  if (i === from || honorifics.has(plain(document, i)) || shortTitles.has(plain(document, i))) return false;
  const before = plain(document, i - 1);
  return (
    honorifics.has(before) ||
    shortTitles.has(before) ||
    (!isListedPersonNoun(before) &&
      !isDemonym(before) &&
      !roleModifiers.has(before) &&
      genderOfGiven(before) !== 'unknown')
  );
}

/** "Secretary of State X", "Minister of Foreign Affairs and Trade X": what follows "of" belongs to the title. */
function officeEnd(document: Document, of: number, to: number): number {
  let end = of + (plain(document, of + 1) === 'the' ? 3 : 2);
  while (end < to && (portfolios.has(plain(document, end)) || plain(document, end) === 'and')) end++;
  return Math.min(end, to);
}

function isBodyAfter(document: Document, i: number, to: number): boolean {
  return i + 1 < to && bodyNouns.has(plain(document, to - 1)) && to - i <= 3;
}

/** Where the title before a name begins: capitals of the run, then small words leftwards ("former first lady X"). */
function titleStart(document: Document, from: number, start: number): number {
  let first = from;
  const head = plain(document, start - 1);
  const capitalTitle = start > from;
  if (
    !capitalTitle &&
    !(start > 0 && isPersonNoun(head) && adjacent(document, start - 1) && !isPossessive(document, start - 1))
  )
    return start;
  if (!capitalTitle) first = start - 1;
  else if (isPortfolioOf(document, from)) first = from - 2;
  while (
    first > 0 &&
    start - first < longestTitle &&
    adjacent(document, first - 1) &&
    document.paragraph[first - 1] === document.paragraph[start]
  ) {
    const lower = plain(document, first - 1);
    const small =
      roleModifiers.has(lower) ||
      isPersonNoun(lower) ||
      isDemonym(lower) ||
      /^(?:\d+\/\d+|\p{L}+-\p{L}+)$/u.test(lower);
    const capital =
      isCapital(document, first - 1) && !notNames.has(lower) && !opensSentenceAlone(document, first - 1);
    if (!small && !capital) break;
    first--;
  }
  return first;
}

function opensSentenceAlone(document: Document, i: number): boolean {
  return opensSentence(document, i) && /^(?:but|and|when|while|asked|yet|so)$/u.test(plain(document, i));
}

/** The name's words as they stand, without possessive. */
export function nameText(document: Document, from: number, to: number): string {
  const text = document.text.slice(document.words[from]!.span[0], document.words[to - 1]!.span[1]);
  return text.replace(/['’]s$/u, '').replace(/\s+/gu, ' ');
}

function genderOf(document: Document, titleFrom: number, from: number, to: number): Gender {
  for (let i = titleFrom; i < from; i++) {
    if (maleWords.has(plain(document, i))) return 'male';
    if (femaleWords.has(plain(document, i))) return 'female';
  }
  if (to - from < 2) return 'unknown';
  const given = plain(document, from);
  return given.length < 2 ? genderOfGiven(plain(document, from + 1)) : genderOfGiven(given);
}
