import type { SpeakerType } from '../../terms/vocabulary.js';
import { fullness, givenOf, isFull, isInitial, personName, surnameOf } from './name.js';
import { classOf, isTelling, nameAs } from './told.js';

/** By what a name is found again among many. */
export interface NameKeys {
  readonly told: string;
  readonly key: string;
  readonly spelling: string;
  /** Null for what is no person. */
  readonly surname: string | null;
  /** Given name or its initial; null for a bare surname and for what is no person. */
  readonly given: string | null;
  readonly fullness: number;
  /** True where a name alone tells who is meant. */
  readonly telling: boolean;
  /** True where slips of the pen are looked for too. */
  readonly fuzzy: boolean;
}

/** The keys of a name of this type. A name of no told type has those of a person too, since it may turn out to be one. */
export function keysOf(told: string, type: SpeakerType | null): NameKeys {
  const name = nameAs(told, type);
  const kind = classOf(type);
  const asPerson = personName(told);
  const mayBePerson = kind === 'person' || (kind === 'unknown' && isFull(asPerson));
  return {
    told,
    key: name.key,
    spelling: name.spelling,
    surname: mayBePerson ? surnameOf(asPerson) : null,
    given: mayBePerson ? givenOf(asPerson) : null,
    fullness: fullness(name),
    telling: isTelling(name, type),
    fuzzy: kind === 'person' && name.words.length > 1 && !name.words.some(isInitial),
  };
}
