import type { ArticleEntity } from '../terms/resolution.js';
import { outletNames, outletNouns, outletWords, platforms } from './words/media.js';

/** Type of the entity that is named at an offset of the text. */
export type NameTypes = ReadonlyMap<number, ArticleEntity['type']>;

/** A proper name met while reading a phrase from left to right. */
export interface PhraseName {
  /** As written, without article and possessive. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Lower-cased common noun right before and behind it; '' where there is none. */
  readonly before: string;
  readonly after: string;
  readonly owner: boolean;
}

/** Types of all names, by where they begin. */
export function typesByPlace(entities: readonly ArticleEntity[]): NameTypes {
  const types = new Map<number, ArticleEntity['type']>();
  for (const { type, mentions } of entities) for (const [start] of mentions) types.set(start, type);
  return types;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}.&/+-]*(?:['’](?!s\b)\p{L}+)*(?:['’]s\b|['’](?=\s))?/uy;
const phraseEnds =
  /^(?:in|at|on|after|that|during|as|before|when|about|by|to|for|with|from|and|but|if|whether|how|why|what|who|which|he|she|it|they|we|i|there|published|aired|broadcast|last|this|earlier)$/u;
const calendar =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;
const mostWords = 10;

/**
 * The last proper name of the phrase that begins at an offset: "the Russian propaganda outlet Izvestia" gives Izvestia,
 * "CNN's Jane Roe" gives CNN as an owner. The phrase ends with a mark, a preposition or a clause word.
 */
export function nameAfter(text: string, offset: number): PhraseName | null {
  let name = null as PhraseName | null;
  let before = '';
  let at = offset;
  for (let count = 0; count < mostWords; count++) {
    while (/[ \u00a0]/u.test(text.charAt(at))) at++;
    word.lastIndex = at;
    const found = word.exec(text)?.[0].replace(/\.$/u, '');
    if (found === undefined || calendar.test(found)) break;
    const end = at + found.length;
    const joins = name !== null && joiner.test(found) && /^ (?:the )?\p{Lu}/u.test(text.slice(end, end + 8));
    const capital = /^\p{Lu}|^\p{N}+\p{Lu}/u.test(found) && !(name === null && /^(?:The|A|An)$/u.test(found));
    if (!capital && !joins && phraseEnds.test(found)) break;
    const number = name !== null && !name.owner && name.end === at - 1 && /^\d{1,2}$/u.test(found) && outletWords.has(name.name.toLowerCase()); // prettier-ignore
    if (capital || number) name = withWord(text, name, at, found, before);
    else if (name?.after === '' && !joins && found !== 'the') name = { ...name, after: found };
    if (name?.owner === true) return name;
    if (!joins) before = found.toLowerCase();
    at = end;
    if (/\S/u.test(text.charAt(at))) break;
  }
  return name;
}

const joiner = /^(?:of|for|de|du|della)$/u;

/** The name with one more capital word: longer where the word adjoins it, else a new one. */
function withWord(
  text: string,
  name: PhraseName | null,
  at: number,
  found: string,
  before: string,
): PhraseName {
  const bare = found.replace(/['’]s?$/u, '');
  const end = at + bare.length;
  const owner = bare !== found;
  const between = name === null ? '.' : text.slice(name.end, at);
  if (name !== null && /^ (?:(?:of|for|de|du|della) (?:the )?)?$/u.test(between))
    return { ...name, name: text.slice(name.start, end), end, owner };
  return { name: bare, start: at, end, before, after: '', owner };
}

/** Is the name an outlet's, as far as the name, the words around it or lists tell? */
export function isOutlet({ name, before, after }: PhraseName): boolean {
  const parts = name.toLowerCase().replace(/^the /u, '').split(' ');
  return (
    outletNames.has(parts.join(' ')) ||
    outletNouns.has(before) ||
    (outletNouns.has(after) && after !== 'show') ||
    outletWords.has(parts.at(-1)!) ||
    (parts.length > 1 && outletWords.has(parts[0]!)) ||
    /^\p{L}+(?:news|tv)\d*$/iu.test(name)
  );
}

export function isPlatform({ name }: PhraseName): boolean {
  return platforms.has(name.toLowerCase());
}
