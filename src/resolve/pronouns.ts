import { plain, wordAt, type Document } from './document.js';
import type { Entity } from './inventory.js';
import type { Gender } from './gender.js';
import type { NameMention } from './name-type.js';
import { contains, type Span } from '../terms/span.js';
import { nobody, type Found, type Reading } from './reading.js';
import { isPersonNoun } from './words/person-nouns.js';
import { platforms } from './words/name-words.js';

/** Points for a pronoun's candidates; set by hand, see docs/speakers.md. */
const points = {
  sameSentence: 2,
  sentence: -0.7,
  subject: 1.6,
  lastSpeaker: 1.8,
  here: 0.5,
  gender: 1.2,
  enclosing: 3,
  often: 0.25,
  quoted: -2,
  qualifier: -1.2,
  spokenOf: -1.5,
};
const farthest = 12;
const margin = 0.5;

interface Candidate {
  readonly entity: Entity;
  score: number;
}

/**
 * "He", "she": the person that number, gender, place in the sentence and the last speaker point to; else nobody.
 * @param content of the statement whose source the pronoun is: who is named in it is spoken of, and would say "I" or "he".
 */
export function byPersonalPronoun(
  reading: Reading,
  at: number,
  gender: Gender,
  around: Found | null,
  content: readonly Span[] = [],
): Found {
  const { document } = reading;
  const inQuote = document.quoted[at] === true;
  const outer = around?.entities.length === 1 ? around.entities[0]! : null;
  if (isNameless(reading, at)) return nobody;
  const candidates = new Map<Entity, Candidate>();
  const spokenOf = new Set<Entity>();
  for (const { entity, place, subject, quoted } of placesBefore(reading, at)) {
    if (isWithin(document, place, content)) {
      spokenOf.add(entity);
      continue;
    }
    if (entity.type !== 'person' || (entity.gender !== 'unknown' && entity.gender !== gender)) continue;
    const distance = document.sentence[at]! - document.sentence[place]!;
    if (distance > farthest || (inQuote && entity === outer)) continue;
    const score =
      (distance === 0 ? points.sameSentence : points.sentence * Math.min(distance, 6)) +
      (subject ? points.subject : points.qualifier) +
      (quoted && !inQuote ? points.quoted : 0) +
      (entity.gender === gender ? points.gender : 0) +
      Math.min(4, Math.log2(1 + entity.mentions.length)) * points.often;
    const known = candidates.get(entity);
    if (known === undefined) candidates.set(entity, { entity, score });
    else known.score = Math.max(known.score, score);
  }
  const others = othersHere(reading, at, gender);
  const [only] = others;
  const told =
    only === undefined || others.size > 1 || !opensSentence(document, at) ? undefined : candidates.get(only);
  if (told !== undefined) told.score += points.here;
  addContinuity(reading, candidates, gender, inQuote ? null : outer, others.size === 0);
  for (const entity of spokenOf) {
    const candidate = candidates.get(entity);
    if (candidate !== undefined) candidate.score += points.spokenOf;
  }
  return decide([...candidates.values()]);
}

function opensSentence({ sentence }: Document, at: number): boolean {
  return at > 0 && sentence[at - 1] !== sentence[at];
}

/** "A spokesman said …, although he …": as nameless as the last speaker of this sentence. */
function isNameless({ document, past }: Reading, at: number): boolean {
  const last = past.at(-1);
  if (last === undefined || last.found.entities.length > 0 || last.found.made !== undefined) return false;
  const place = wordAt(document, last.at);
  if (document.sentence[place] !== document.sentence[at] || document.quoted[at] === true) return false;
  return place < at && /^(?:an?|another|one)$/u.test(plain(document, place));
}

function isWithin({ words }: Document, place: number, spans: readonly Span[]): boolean {
  return spans.some((span) => contains(span, words[place]!.span));
}

/** Where the last speaker spoke in an earlier paragraph: others of that gender that this one is about so far. */
function othersHere(reading: Reading, at: number, gender: Gender): ReadonlySet<Entity> {
  const { document, past } = reading;
  const last = past.at(-1);
  const here = document.paragraph[at];
  if (last === undefined || document.paragraph[wordAt(document, last.at)] === here) return new Set();
  const others = placesBefore(reading, at).filter(
    ({ entity, place, subject, quoted }) =>
      document.paragraph[place] === here &&
      subject &&
      !quoted &&
      entity.type === 'person' &&
      (entity.gender === gender || entity.gender === 'unknown') &&
      entity !== last.found.entities[0],
  );
  return new Set(others.map((p) => p.entity));
}

function addContinuity(
  { past }: Reading,
  candidates: Map<Entity, Candidate>,
  gender: Gender,
  outer: Entity | null,
  goesOn: boolean,
): void {
  const last = past.at(-1)?.found.entities;
  const speaker = last?.length === 1 ? candidates.get(last[0]!) : undefined;
  if (speaker !== undefined && goesOn) speaker.score += points.lastSpeaker;
  if (outer !== null && outer.type === 'person' && (outer.gender === 'unknown' || outer.gender === gender)) {
    const own = candidates.get(outer) ?? { entity: outer, score: 0 };
    own.score += points.enclosing;
    candidates.set(outer, own);
  }
}

function decide(candidates: Candidate[]): Found {
  const [first, second] = candidates.sort((a, b) => b.score - a.score);
  if (first === undefined || first.score < -1) return nobody;
  const lead = second === undefined ? 3 : first.score - second.score;
  if (lead < margin) return { ...nobody, confidence: 0.4 };
  return { entities: [first.entity], confidence: Math.min(0.93, 0.65 + 0.1 * lead) };
}

interface Place {
  readonly entity: Entity;
  readonly place: number;
  readonly subject: boolean;
  readonly quoted: boolean;
}

/** Names and resolved sources before a word, nearest last, at most the last 60. */
function placesBefore({ document, names, inventory, extra }: Reading, at: number): Place[] {
  const found: Place[] = [];
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.from < at) low = middle + 1;
    else high = middle;
  }
  for (const name of names.slice(Math.max(0, low - 60), low)) {
    const entity = inventory.of.get(name);
    if (entity !== undefined)
      found.push({
        entity,
        place: name.from,
        subject: isSubject(document, name),
        quoted: document.quoted[name.from] === true,
      });
  }
  for (const [entity, spans] of extra)
    for (const span of spans.slice(-5)) {
      const place = wordAt(document, span[0]);
      if (place < at) found.push({ entity, place, subject: true, quoted: document.quoted[place] === true });
    }
  return found;
}

/** Not after a preposition, no possessor, no modifier of another noun. */
function isSubject(document: Document, name: NameMention): boolean {
  const before =
    plain(document, name.titleFrom - 1) === 'the'
      ? plain(document, name.titleFrom - 2)
      : plain(document, name.titleFrom - 1);
  if (
    /^(?:of|for|at|in|with|on|to|from|by|against|about|like|than|as|over|after|between|told|asked|backing|supporting)$/u.test(
      before,
    )
  )
    return false;
  return !/['’]s?$/u.test(document.words[name.to - 1]!.lower) && !/^['’]$/u.test(plain(document, name.to));
}

/** "They": the group named or speaking last, where it is a named one. */
export function byPlural(reading: Reading, at: number): Found {
  const { document, past } = reading;
  const last = past.at(-1);
  const near = placesBefore(reading, at).filter(
    ({ entity, place }) => entity.type === 'group' && document.sentence[at]! - document.sentence[place]! <= 1,
  );
  if (last !== undefined && document.sentence[at]! - document.sentence[wordAt(document, last.at)]! <= 1) {
    if (last.found.entities.length === 1 && last.found.entities[0]!.type !== 'group') return nobody;
    if (last.found.entities.length > 0) return { entities: last.found.entities, confidence: 0.7 };
  }
  const subjects = new Set(near.filter((p) => p.subject && !p.quoted).map((p) => p.entity));
  return subjects.size === 1 ? { entities: [...subjects], confidence: 0.6 } : nobody;
}

/** "It", "its": the one body or place that is subject in this sentence or speaks in it, else of the sentence before. */
export function byThing(reading: Reading, at: number, content: readonly Span[] = []): Found {
  const { document, past } = reading;
  const last = past.at(-1);
  if (
    last !== undefined &&
    isThing(last.found) &&
    document.sentence[wordAt(document, last.at)] === document.sentence[at]
  )
    return { ...last.found, confidence: 0.75 };
  const here = new Set(
    thingsIn(reading, at, document.sentence[at]!)
      // "Armenia, it said, …": what is said is about another.
      .filter((p) => !isWithin(document, p.place, content))
      .map((p) => p.entity),
  );
  if (here.size === 1) return oneThing([...here]);
  return here.size === 0 && !isInQuote(document, at) ? fromSentenceBefore(reading, at) : nobody;
}

/** Nobody where the one thing is only where somebody posts. */
function oneThing(entities: Entity[]): Found {
  return platforms.has(entities[0]!.name) ? nobody : { entities, confidence: 0.6 };
}

/** One body, place or work. */
function isThing({ entities, made }: Found): boolean {
  if (made !== undefined) return made.type !== 'group';
  const [only, second] = entities;
  return only !== undefined && second === undefined && only.type !== 'person' && only.type !== 'group';
}

/** Bodies and places that are subjects of a sentence, before a word; where none is, bare words taken for surnames. */
function thingsIn(reading: Reading, at: number, sentence: number): Place[] {
  const { document } = reading;
  const subjects = placesBefore(reading, at).filter(
    (p) => document.sentence[p.place] === sentence && p.subject && !p.quoted,
  );
  const things = subjects.filter(({ entity: { type } }) => type === 'organization' || type === 'place');
  return things.length > 0 ? things : subjects.filter((p) => !isPlainlyPerson(p.entity));
}

/** "The ministry stressed … It calls on …": the body that spoke in the sentence before, or that it was about. */
function fromSentenceBefore(reading: Reading, at: number): Found {
  const { document, past } = reading;
  const before = document.sentence[at]! - 1;
  if (!opensClause(document, at) || document.paragraph[at] !== paragraphOf(document, before, at))
    return nobody;
  const told = thingsIn(reading, at, before);
  const last = past.at(-1);
  const place = last === undefined ? -1 : wordAt(document, last.at);
  if (last !== undefined && isThing(last.found) && document.sentence[place] === before) {
    const { entities, made } = last.found;
    const isOther = ({ entity }: Place): boolean =>
      !entities.includes(entity) && made?.name.includes(entity.name) !== true;
    const others = told.filter((p) => p.place > place && isOther(p));
    return others.length === 0 ? { ...last.found, confidence: 0.7 } : nobody;
  }
  const subjects = new Set(told.map((p) => p.entity));
  return subjects.size === 1 ? oneThing([...subjects]) : nobody;
}

/** "It" first in its sentence, or set off in it ("…, it said, …"); "its" anywhere. */
function opensClause(document: Document, at: number): boolean {
  if (at === 0) return false;
  if (document.sentence[at - 1] !== document.sentence[at] || plain(document, at) === 'its') return true;
  return /^["“”‘’«»',]$/u.test(plain(document, at - 1));
}

/** Paragraph of the last word of a sentence before a word; -1 where the text has none. */
function paragraphOf({ sentence, paragraph }: Document, number: number, at: number): number {
  for (let i = at - 1; i >= 0 && sentence[i]! >= number; i--)
    if (sentence[i] === number) return paragraph[i]!;
  return -1;
}

function isInQuote({ quoted }: Document, at: number): boolean {
  return quoted[at] === true;
}

/** "X, who said": the name that ends right before it, or before the phrase set off between them. */
export function byRelative(reading: Reading, at: number): Found {
  const { document, inventory } = reading;
  const who = /^who/u.test(plain(document, at));
  const near = reading.names.filter(
    (n) => n.to <= at && n.to > at - 16 && document.sentence[n.from] === document.sentence[at],
  );
  const fitting = near.filter((n) => {
    const entity = inventory.of.get(n);
    return entity !== undefined && (who ? entity.type === 'person' : !isPlainlyPerson(entity));
  });
  const direct = fitting.findLast((n) => document.words.slice(n.to, at).every((w) => w.lower === ','));
  if (direct !== undefined && who && isOfDescription(document, direct)) return nobody;
  const list = direct !== undefined && !who && isPluralVerb(plain(document, at + 1)) ? listBefore(reading, direct) : []; // prettier-ignore
  if (list.length > 1) return { entities: list, confidence: 0.8 };
  const name = direct ?? fitting.find((n) => isSetOff(document, n.to, at));
  const entity = name && inventory.of.get(name);
  return entity === undefined ? nobody : { entities: [entity], confidence: direct === undefined ? 0.7 : 0.9 };
}

/** "The ambassador of X, who": whoever that is, not X. */
function isOfDescription(document: Document, { from, titleFrom }: NameMention): boolean {
  if (titleFrom < from || !/^(?:of|from|for)$/u.test(plain(document, from - 1))) return false;
  return isPersonNoun(plain(document, from - 2));
}

function isPluralVerb(lower: string): boolean {
  return /^(?:have|are|were|do)$/u.test(lower);
}

/** "A, B and C, which have": all of them, where commas and "and" join names of one kind. */
function listBefore({ document, names, inventory }: Reading, last: NameMention): Entity[] {
  const listed: Entity[] = [];
  let end = last.to;
  for (const name of [...names].reverse()) {
    if (name.to > end) continue;
    const between = document.words.slice(name.to, end === last.to ? name.to : end);
    const entity = inventory.of.get(name);
    const joined = name === last || (between.length > 0 && between.length < 4 && between.every((w) => /^(?:,|and|the)$/u.test(w.lower))); // prettier-ignore
    if (!joined || entity === undefined || isPlainlyPerson(entity)) break;
    listed.unshift(entity);
    end = name.from;
  }
  return listed;
}

/** A bare word that was only taken for a surname is none where "which" follows it. */
function isPlainlyPerson({ type, name, gender, roles }: Entity): boolean {
  return type === 'person' && (/\s/u.test(name) || gender !== 'unknown' || roles.length > 0);
}

/** "X, a former aide to Y who", "X (R-Z), who": one phrase set off, then the pronoun. */
function isSetOff(document: Document, from: number, at: number): boolean {
  const opener = plain(document, from);
  if (opener !== ',' && opener !== '(') return false;
  const marks = document.words.slice(from + 1, at).filter((w) => !w.letters && w.lower !== '-');
  if (opener === '(') return marks.length <= 2;
  return (
    /^(?:a|an|the|former|his|her)$/u.test(plain(document, from + 1)) &&
    (marks.length === 0 || (marks.length === 1 && plain(document, at - 1) === ','))
  );
}
