import { plain, strip, type Document } from './document.js';
import { notNames } from './words/name-words.js';
import { honorifics, isPersonNoun, shortTitles } from './words/person-nouns.js';

/** Nouns that one has in somebody: "confidence in X" shows no place. */
const trust = new Set(
  'confidence faith trust believe believes believed belief interest interested confident disappointed hope stake role'.split(
    ' ',
  ),
);
/** What a land has and a person has not. */
const belongings = new Set(
  'parliament border borders territory capital army population independence sovereignty statehood accession annexation recognition constitution airspace'.split(
    ' ',
  ),
);
/** Offices of a state: "X's prime minister". A person may own other ministers ("Castellan's ambassador"), but is named in full. */
const stateOffices =
  /^(?:(?:foreign|defence|defense|interior|finance) (?:minister|ministry)|prime minister|chancellor|ambassador|government|head of state|parliament)\b/u;
const landNouns = new Set(
  'republic region city town village province district capital kingdom state port island territory'.split(
    ' ',
  ),
);

/**
 * Words that a text uses as only places are used: in its datelines, after "in" or "the region of", before a land's
 * belongings, or beside the adjective made of them ("Drovia", "Drovian"). A word that bears a title or stands behind a
 * given name somewhere is none.
 * @returns lower-cased; linear in the text.
 */
export function placesShown(document: Document): Set<string> {
  const capitals = new Set(document.words.filter((w) => w.capital).map((w) => strip(w.lower)));
  const shown = new Set<string>();
  const persons = new Set<string>();
  document.words.forEach((word, i) => {
    const lower = strip(word.lower);
    if (!word.capital || lower.length < 4 || notNames.has(lower) || isPersonNoun(lower)) return;
    if (isCapitalWord(document, i - 1) && !isPlaceTitle(document, i - 1)) {
      persons.add(lower);
      return;
    }
    if (isUsedAsPlace(document, i) || isDateline(document, i) || hasAdjective(lower, capitals))
      shown.add(lower);
  });
  for (const lower of persons) shown.delete(lower);
  return shown;
}

function isCapitalWord({ words, text }: Document, i: number): boolean {
  const word = words[i];
  return (
    word !== undefined &&
    word.capital &&
    words[i + 1]!.span[0] - word.span[1] === 1 &&
    !/['’]s$/u.test(text.slice(...word.span))
  );
}

function isPlaceTitle(document: Document, i: number): boolean {
  const before = plain(document, i);
  return notNames.has(before) && !honorifics.has(before) && !shortTitles.has(before);
}

function isUsedAsPlace(document: Document, i: number): boolean {
  if (
    document.words[i + 1]?.capital === true &&
    !/^\s*[,.]/u.test(document.text.slice(document.words[i]!.span[1]).slice(0, 2))
  )
    return false;
  const before = plain(document, i - 1);
  const earlier = plain(document, i - 2);
  const owns = /['’]s?$/u.test(document.words[i]!.lower);
  if (before === 'in' && !owns && !trust.has(earlier)) return true;
  if (before === 'of' && landNouns.has(earlier)) return true;
  if (/^(?:city|capital|region|town|province)$/u.test(before)) return true;
  if (!owns) return false;
  const owned = [1, 2, 3].map((n) => plain(document, i + n)).join(' ');
  return belongings.has(plain(document, i + 1)) || stateOffices.test(owned);
}

/** "TESKA (Meridian Wire) —", "SELMONT — ": capitals alone at a paragraph's start, before a dash or bracket. */
function isDateline(document: Document, i: number): boolean {
  const word = document.words[i]!;
  if (i > 0 && document.paragraph[i - 1] === document.paragraph[i]) return false;
  return (
    /^\p{Lu}{3,}$/u.test(document.text.slice(...word.span)) &&
    /^(?:[(—–]|--?|,)$/u.test(plain(document, i + 1))
  );
}

/** "Drovia" beside "Drovian", "Vesk" beside "Veskian". */
function hasAdjective(lower: string, capitals: ReadonlySet<string>): boolean {
  return (
    (/[ao]$/u.test(lower) && (capitals.has(`${lower}n`) || capitals.has(`${lower}ns`))) ||
    capitals.has(`${lower}ian`) ||
    capitals.has(`${lower}ians`)
  );
}
