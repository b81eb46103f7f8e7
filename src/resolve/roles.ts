import { isPossessive, plain, type Document } from './document.js';
import type { Entity, Inventory } from './inventory.js';
import type { NameMention } from './name-type.js';
import { shortTitles, honorifics, isPersonNoun } from './words/person-nouns.js';

const longestRole = 24;
const openers = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'its']);
const closers = new Set([',', ';', ':', '.', '!', '?', '—', '–', '--', '(', ')', '"', '”', '“', '…']);
const clauses = new Set([
  'who',
  'whom',
  'which',
  'whose',
  'that',
  'said',
  'says',
  'told',
  'was',
  'is',
  'has',
  'had',
  'were',
  'are',
  'and',
]);

/** Collects what the article calls its persons and bodies: titles before a name, phrases set off beside it. */
export function collectRoles(document: Document, { of }: Inventory): void {
  for (const [mention, entity] of of) {
    if (entity.type === 'person' && mention.titleFrom < mention.from)
      addTitle(document, entity, mention.titleFrom, mention.from);
    if (entity.type === 'person') addApposition(document, entity, mention.to);
    if (entity.type === 'person') addBefore(document, entity, mention.titleFrom, mention.to);
    if (entity.type === 'person') addOffice(document, entity, mention);
  }
}

/** The fullest: a phrase set off before a mere title, the longer before the shorter. */
export function fullestRole({ roles }: Entity): string | null {
  let best: { text: string; weight: number } | null = null;
  for (const role of roles) if (best === null || role.weight > best.weight) best = role;
  return best?.text ?? null;
}

/**
 * Keeps a phrase (word indices) as a role of the entity.
 * @param guessed the phrase only seems to mean the entity: shown, but no evidence for others.
 */
export function addRole(document: Document, entity: Entity, from: number, to: number, guessed = false): void {
  let first = from;
  while (first < to && openers.has(plain(document, first))) first++;
  if (first >= to || to - first > longestRole || entity.roles.length >= 50) return;
  const text = document.text.slice(document.words[first]!.span[0], document.words[to - 1]!.span[1]);
  const short = to - first === 1 && shortTitles.has(plain(document, first));
  entity.roles.push({ text, weight: short ? 0 : to - first, guessed });
}

function addTitle(document: Document, entity: Entity, from: number, to: number): void {
  let first = from;
  let last = to;
  while (first < last && honorifics.has(plain(document, first))) first++;
  while (
    last > first + 1 &&
    (honorifics.has(plain(document, last - 1)) || shortTitles.has(plain(document, last - 1)))
  )
    last--;
  if (last > first) addRole(document, entity, first, last);
}

/** "X, the de facto president of Y," and "X, 56, an oversight panel member,". */
function addApposition(document: Document, entity: Entity, at: number): void {
  let i = skipParenthesis(document, at);
  if (plain(document, i) !== ',') return;
  i++;
  if (/^\d{2}$/u.test(plain(document, i)) && plain(document, i + 1) === ',') i += 2;
  const to = phraseEnd(document, i);
  // "X, the president said": who speaks, and no apposition to X.
  const speaks = /^(?:said|says|told)$/u.test(plain(document, to));
  const bounded = to > i && !speaks && headsPerson(document, i, to) && !clauses.has(plain(document, i));
  if (bounded) addRole(document, entity, i, to);
}

const comesIn = new Set(
  'appointed named elected nominated reappointed confirmed installed appoint name elect nominate'.split(' '),
);
const goesOut = new Set(
  'dismissed fired sacked removed ousted replaced succeeded suspended recalled dismiss fire sack remove oust replace'.split(
    ' ',
  ),
);

/** "Dismissed X as governor of Y", "X was elected as mayor": an office, shown only where no other role is told. */
function addOffice(document: Document, entity: Entity, { titleFrom, to }: NameMention): void {
  const sameSentence = (i: number): boolean => document.sentence[i] === document.sentence[to - 1];
  let as = to;
  while (as < to + 5 && sameSentence(as) && plain(document, as) !== 'as') as++;
  if (plain(document, as) !== 'as' || !sameSentence(as)) return;
  const verbs = as === to ? [titleFrom - 8, titleFrom] : [to, as];
  let verb = verbs[1]! - 1;
  const isVerb = (i: number): boolean => comesIn.has(plain(document, i)) || goesOut.has(plain(document, i));
  while (verb >= verbs[0]! && !(sameSentence(verb) && isVerb(verb))) verb--;
  if (verb < verbs[0]! || (as > to && !/^(?:was|were|been|being|be|is|gets?|got)$/u.test(plain(document, verb - 1)))) return; // prettier-ignore
  const end = phraseEnd(document, as + 1);
  let last = as + 2;
  while (last < end && !/^(?:on|after|over|following|amid|since|until|last|this|by)$/u.test(plain(document, last))) last++; // prettier-ignore
  if (!headsPerson(document, as + 1, last) || entity.roles.length >= 50) return;
  const first = openers.has(plain(document, as + 1)) ? as + 2 : as + 1;
  const text = document.text.slice(document.words[first]!.span[0], document.words[last - 1]!.span[1]);
  entity.roles.push({ text, weight: 0, left: goesOut.has(plain(document, verb)) });
}

/**
 * "The president of Y, X, …": a phrase that begins a clause and ends with a comma before the name; "Y's president, X," in
 * the middle of one too.
 */
function addBefore(document: Document, entity: Entity, at: number, end: number): void {
  if (plain(document, at - 1) !== ',') return;
  const limit = Math.max(0, at - 2 - longestRole);
  for (let i = at - 2; i >= limit; i--) {
    const lower = plain(document, i);
    if (closers.has(lower) || document.sentence[i] !== document.sentence[at]) return;
    if (isOwner(document, i) && headsPerson(document, i + 1, at - 1)) {
      const opens = i === 0 || closers.has(plain(document, i - 1)) || document.sentence[i - 1] !== document.sentence[at]; // prettier-ignore
      if (opens || closers.has(plain(document, end))) addRole(document, entity, i, at - 1);
      return;
    }
    if (openers.has(lower) && headsPerson(document, i, at - 1)) {
      const inner =
        !closers.has(plain(document, i - 1)) && document.sentence[i - 1] === document.sentence[at];
      if (inner && !closers.has(plain(document, end))) return;
      addRole(document, entity, i, at - 1);
      return;
    }
  }
}

/** "Y's". */
function isOwner(document: Document, at: number): boolean {
  return document.words[at]!.capital && isPossessive(document, at);
}

function skipParenthesis(document: Document, at: number): number {
  if (plain(document, at) !== '(') return at;
  for (let i = at + 1; i < at + 12; i++) if (plain(document, i) === ')') return i + 1;
  return at;
}

function phraseEnd(document: Document, from: number): number {
  let i = from;
  while (
    i < document.words.length &&
    i - from < longestRole &&
    document.paragraph[i] === document.paragraph[from]
  ) {
    const lower = plain(document, i);
    if (closers.has(lower) || (i > from && clauses.has(lower) && lower !== 'and')) break;
    i++;
  }
  return i;
}

/** A person noun before the first preposition. */
function headsPerson(document: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const lower = plain(document, i);
    if (i > from && /^(?:of|for|at|in|with|on|to|from)$/u.test(lower)) return false;
    if (isPersonNoun(lower)) return true;
  }
  return false;
}
