import { plain, type Document } from './document.js';
import type { Entity, Inventory } from './inventory.js';
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
    if (entity.type === 'person') addBefore(document, entity, mention.titleFrom);
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
  const bounded = to > i && headsPerson(document, i, to) && !clauses.has(plain(document, i));
  if (bounded) addRole(document, entity, i, to);
}

/** "The president of Y, X, …": a phrase that begins a clause and ends with a comma before the name. */
function addBefore(document: Document, entity: Entity, at: number): void {
  if (plain(document, at - 1) !== ',') return;
  const limit = Math.max(0, at - 2 - longestRole);
  for (let i = at - 2; i >= limit; i--) {
    const lower = plain(document, i);
    if (closers.has(lower) || document.sentence[i] !== document.sentence[at]) return;
    if (openers.has(lower) && headsPerson(document, i, at - 1)) {
      if (!closers.has(plain(document, i - 1)) && document.sentence[i - 1] === document.sentence[at]) return;
      addRole(document, entity, i, at - 1);
      return;
    }
  }
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
