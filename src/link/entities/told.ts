import type { LedgerRecord } from '../../terms/record.js';
import type { SpeakerType } from '../../terms/vocabulary.js';
import { bodyName, isFull, isInitial, longestName, personName, type Name } from './name.js';
import { genericBodyWords } from './words.js';

/** A name as one article tells it, with what the article tells of its bearer. */
export interface Told {
  /** Exactly as the record has it. */
  readonly name: string;
  /** Null where the record tells none: the name is spoken of, and does not speak. */
  readonly type: SpeakerType | null;
  /** What the article calls its bearer, commonest first. */
  readonly roles: readonly string[];
}

/** How names of a type are compared. */
export type NameClass = 'person' | 'body' | 'work' | 'unknown';

/** Most names of one article that are looked at; a text with more is a list, not news. */
const mostNames = 300;

/** The distinct names of a record, speakers first, each with its roles. Names longer than 200 code units are left out. */
export function namesTold(record: LedgerRecord): Told[] {
  const found = new Map<string, { type: SpeakerType | null; roles: Map<string, number> }>();
  const tell = (name: string | null, type: SpeakerType | null = null, role: string | null = null): void => {
    if (name === null || name.trim() === '' || name.length > longestName || type === 'unnamed') return;
    const entry = found.get(name) ?? { type, roles: new Map<string, number>() };
    entry.type ??= type;
    if (role !== null) entry.roles.set(role, (entry.roles.get(role) ?? 0) + 1);
    found.set(name, entry);
  };
  for (const { speaker } of record.statements) tell(speaker.entity, speaker.type, speaker.role);
  for (const { subject, object, over } of record.relations) [subject, object, over].forEach((name) => { tell(name); }); // prettier-ignore
  for (const { entity } of record.designations) tell(entity);
  for (const { about } of record.statements) about.forEach((name) => { tell(name); }); // prettier-ignore
  return [...found].slice(0, mostNames).map(([name, { type, roles }]) => ({
    name,
    type,
    roles: [...roles].sort((a, b) => b[1] - a[1]).map(([role]) => role),
  }));
}

/** How names of this type are compared. */
export function classOf(type: SpeakerType | null): NameClass {
  if (type === 'person' || type === 'work') return type;
  return type === null || type === 'unnamed' ? 'unknown' : 'body';
}

/** Takes a name apart as its type asks. */
export function nameAs(told: string, type: SpeakerType | null): Name {
  return classOf(type) === 'person' ? personName(told) : bodyName(told);
}

/**
 * True where a name alone tells who is meant: a given name and a surname, or the proper name of a body. False for a bare
 * surname, an initial, and for "the foreign ministry", which every state has.
 */
export function isTelling(name: Name, type: SpeakerType | null): boolean {
  if (classOf(type) === 'person') return isFull(name);
  if (name.words.length === 0) return false;
  if (classOf(type) === 'unknown') return /\p{Lu}/u.test(name.told) && !name.words.every(isInitial);
  return !name.words.every(({ folded }) => genericBodyWords.has(folded)) && /\p{Lu}|\p{Lo}/u.test(name.told);
}
