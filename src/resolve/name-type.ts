import type { NameType } from '../terms/attribution.js';
import { plain, type Document } from './document.js';
import { genderOfGiven, type Gender } from './gender.js';
import { bodyIntroducers, bodyNouns, isGroup, places } from './words/name-words.js';

/** One proper name as it stands in the text: word indices, half-open, titles cut off. */
export interface NameMention {
  readonly from: number;
  readonly to: number;
  /** The words, without possessive. */
  readonly text: string;
  readonly type: NameType | 'group';
  /** First word of the title before the name ("Foreign Minister X"); equals `from` where there is none. */
  readonly titleFrom: number;
  readonly gender: Gender;
}

/** What the engine and the text tell of words that may be names. */
export interface TypeClues {
  /** The engine's type of each word (by index) that a name of its covers. */
  readonly told: ReadonlyMap<number, { readonly type: NameType; readonly confidence: number }>;
  /** Lower-cased words that the text uses as only places are used. */
  readonly places: ReadonlySet<string>;
}

type Found = Pick<NameMention, 'from' | 'to' | 'titleFrom' | 'text'>;

/**
 * The type of a name: by title, lists and body nouns first, then by the words that introduce it, then as the engine
 * tells. Engines take an unknown name that stands alone for a person; where the text uses it as a place, it is one.
 */
export function typeOf(document: Document, found: Found, clues: TypeClues): NameMention['type'] {
  const last = plain(document, found.to - 1);
  if (isGroup(last)) return 'group';
  if (found.titleFrom < found.from) return 'person';
  const lower = found.text.toLowerCase();
  if (places.has(lower)) return 'place';
  if (bodyNouns.has(last)) return 'organization';
  const told = majority(found, clues);
  if (clues.places.has(lower) && told?.type !== 'organization') return 'place';
  if (isIntroducedAsBody(document, found) && !(told?.type === 'person' && told.confidence > 0.9))
    return 'organization';
  if (told !== undefined && told.type !== 'other') return told.type;
  if (hasBodyNoun(document, found.from, found.to)) return 'organization';
  if (hasAge(document, found.to)) return 'person';
  return byShape(document, found, last);
}

function byShape(document: Document, found: Found, last: string): NameMention['type'] {
  const count = found.to - found.from;
  if (isUpper(document, found.from) && count === 1) return 'organization';
  if (count < 2) return 'other';
  if (count <= 5 && genderOfGiven(plain(document, found.from)) !== 'unknown') return 'person';
  if (/(?:ity|tions?|ment|ness|ism|ship|ance|ics|day|acts?|rights)$/u.test(last)) return 'other';
  return count <= 3 && /^\p{Lu}\p{Ll}/u.test(found.text) && plain(document, found.from - 1) !== 'the'
    ? 'person'
    : 'other';
}

/** "The daily X", "state news agency X", "the institute X". */
function isIntroducedAsBody(document: Document, { from }: Found): boolean {
  return bodyIntroducers.has(plain(document, from - 1)) && !/^[.,;:]/u.test(gap(document, from));
}

function gap({ text, words }: Document, at: number): string {
  return text.slice(words[at - 1]!.span[1], words[at]!.span[0]);
}

function majority(
  { from, to }: Found,
  { told }: TypeClues,
): { type: NameType; confidence: number } | undefined {
  return told.get(to - 1) ?? told.get(from);
}

/** "X, 56," */
function hasAge(document: Document, at: number): boolean {
  return (
    plain(document, at) === ',' && /^\d{2}$/u.test(plain(document, at + 1)) && plain(document, at + 2) === ','
  );
}

/** An acronym: capitals, digits and full stops alone. */
export function isUpper(document: Document, i: number): boolean {
  const word = document.words[i]!;
  const text = document.text.slice(word.span[0], word.span[1]).replace(/['’]s$/u, '');
  return text.length > 1 && /^[\p{Lu}.&\d-]+$/u.test(text);
}

/** "Ministry of Health": a body's noun among the words. */
export function hasBodyNoun(document: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bodyNouns.has(plain(document, i))) return true;
  return false;
}
