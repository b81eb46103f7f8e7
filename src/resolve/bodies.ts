import { isPossessive, plain, type Document } from './document.js';
import type { NameMention } from './name-type.js';
import { byPersonalPronoun, byThing } from './pronouns.js';
import { nobody, type Found, type Reading } from './reading.js';
import { bodyHeads, isDemonym, ownedBodies } from './words/name-words.js';
import { portfolios } from './words/person-nouns.js';

/** Ends the words before a body's noun. */
const phraseEnds =
  /^(?:of|by|for|from|in|on|at|with|to|and|or|who|that|which|about|as|against|after|before|during|under|over|into|near|is|was|has|had)$/u;
/** Bodies of a state, whoever leads it: "his foreign ministry" is the state's. */
const stateBodies = /^(?:ministry|army|military|police|parliament|embassy|authorities)$/u;
/** Bodies that a place or land has: "the parliament in X". */
const seated = /^(?:parliament|government|embassy|mission|administration|authorities|consulate)$/u;
const stateMedia = /^(?:state|state-run|public|national) (?:television|tv|radio|media)$/u;

/** "The Georgian foreign ministry", "the prime minister's office", "her office": a body that has no name of its own. */
export function byOwnBody(reading: Reading, from: number, to: number, around: Found | null): Found | null {
  const { document } = reading;
  const opener = plain(document, from);
  const head = bodyHead(document, from, to);
  if (head === null) return null;
  if (head > from && /^(?:his|her|its|their)$/u.test(opener))
    return byOwnersBody(reading, from, head, around);
  if (opener === 'the' && head === from + 1) return ofLandBefore(reading, from, head);
  const first = opener === 'the' ? from + 1 : from;
  if (isStateMedia(document, head)) return made(document, first, head);
  if (head === from || (opener !== 'the' && !isDemonym(plain(document, from)))) return null;
  return first === head || !isTelling(document, first, head) ? null : made(document, first, head);
}

/**
 * "The exiled government of X", "the press service of the Xish government", "the parliament in X": a body told by whose
 * it is or where it sits.
 */
export function byBody(reading: Reading, from: number, to: number, name: NameMention): Found | null {
  const { document } = reading;
  if (plain(document, from) !== 'the') return null;
  const head = bodyHead(document, from, to);
  if (head === null || name.from <= head) return null;
  const joint = plain(document, head + 1);
  const inPlace = joint === 'in' && seated.test(plain(document, head)) && name.type === 'place';
  if (joint !== 'of' && !inPlace) return null;
  for (let i = head + 2; i < name.from; i++)
    if (!document.words[i]!.letters || phraseEnds.test(plain(document, i))) return null;
  return made(document, from + 1, lastOfOwner(document, name.to - 1, to));
}

/** "Of the Xish government": small words that go on behind the name belong to it. */
function lastOfOwner(document: Document, last: number, to: number): number {
  return bodyHead(document, last, to) ?? last;
}

/** The noun of a body in a phrase, before what is said of it; null where the phrase has none. */
function bodyHead(document: Document, from: number, to: number): number | null {
  let head = from;
  while (head + 1 < to && document.words[head + 1]!.letters && !phraseEnds.test(plain(document, head + 1)))
    head++;
  const noun = plain(document, head);
  const isBody =
    ownedBodies.has(noun) ||
    bodyHeads.has(noun) ||
    (noun === 'service' && plain(document, head - 1) === 'press') ||
    (noun === 'authorities' && head > from + 1) ||
    isStateMedia(document, head);
  return isBody && !isPossessive(document, head) ? head : null;
}

function isStateMedia(document: Document, head: number): boolean {
  return stateMedia.test(`${plain(document, head - 1)} ${plain(document, head)}`);
}

function made(document: Document, first: number, last: number): Found {
  const text = document.text.slice(document.words[first]!.span[0], document.words[last]!.span[1]);
  return {
    entities: [],
    made: { name: text.replace(/['’]s$/u, ''), type: 'organization' },
    confidence: 0.75,
  };
}

/** A people, a branch of government or an owner among the words: "new committee" tells nobody. */
function isTelling(document: Document, first: number, head: number): boolean {
  for (let i = first; i < head; i++) {
    const lower = plain(document, i);
    if (isDemonym(lower) || document.words[i]!.capital || isPossessive(document, i)) return true;
    if (
      portfolios.has(lower) ||
      /^(?:central|supreme|constitutional|prime|presidential|national|facto|separatist|breakaway|exiled|self-proclaimed|occupation)$/u.test(
        lower,
      )
    )
      return true;
  }
  return false;
}

/** "Her office": the office of whom "her" means; "its army": of the land that "its" means. */
function byOwnersBody(reading: Reading, from: number, head: number, around: Found | null): Found {
  const { document } = reading;
  const opener = plain(document, from);
  const person = opener === 'his' || opener === 'her';
  if (person && stateBodies.test(plain(document, head)))
    return isTelling(document, from + 1, head) ? made(document, from + 1, head) : nobody;
  if (opener === 'their') return nobody;
  const owner = person
    ? byPersonalPronoun(reading, from, opener === 'his' ? 'male' : 'female', around)
    : byThing(reading, from);
  if (owner.entities.length !== 1)
    return !person && isTelling(document, from + 1, head) ? made(document, from + 1, head) : nobody;
  const body = made(document, from + 1, head).made!;
  const name = `${owner.entities[0]!.name}'s ${body.name}`;
  return { entities: [], made: { ...body, name }, confidence: owner.confidence * 0.9 };
}

/** "In X, the government said": the government of X. */
function ofLandBefore({ document, names }: Reading, from: number, head: number): Found | null {
  if (!seated.test(plain(document, head)) || plain(document, from - 1) !== ',') return null;
  const land = names.find((n) => n.to === from - 1);
  if (land?.type !== 'place' || plain(document, land.from - 1) !== 'in') return null;
  const { name, type } = made(document, head, head).made!;
  return { entities: [], made: { name: `${land.text}'s ${name}`, type }, confidence: 0.75 };
}
