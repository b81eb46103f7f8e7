import { z } from 'zod';
import { OnrecordError } from '../../terms/error.js';
import type { SpeakerType } from '../../terms/vocabulary.js';
import { longestName } from './name.js';

/** One of a user's known entities. */
export interface KnownEntity {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: SpeakerType;
  /** Offices held, in the list's words. */
  readonly roles: readonly string[];
  /** Its numbers elsewhere: `wikidata`, `opensanctions`. */
  readonly identifiers: readonly Identifier[];
}

export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** A row of a list of known entities that cannot be used. The others can. */
export class KnownEntityRefusedError extends OnrecordError {
  constructor(
    readonly row: number,
    readonly reason: string,
  ) {
    super(`Row ${row} was left out: ${reason}.`);
  }
}

const most = 200;
const text = z.string().max(1000);
const texts = z.array(z.string()).max(1000).default([]);

const csvRow = z.object({
  name: text,
  type: text.default(''),
  aliases: z.string().max(20_000).default(''),
  roles: z.string().max(20_000).default(''),
  country: text.default(''),
  wikidata: text.default(''),
  opensanctions: text.default(''),
});

const csvTypes: Readonly<Record<string, SpeakerType>> = {
  '': 'person', person: 'person', organization: 'organization', organisation: 'organization', body: 'organization', place: 'place', state: 'place', group: 'group', work: 'work',
}; // prettier-ignore

/**
 * A row of a CSV table with the columns `name` and, where wanted, `type` (person by default), `aliases`, `roles` (both
 * parted by semicolons), `country`, `wikidata` and `opensanctions`.
 * @param number of the row, from 1, for the message.
 * @throws {KnownEntityRefusedError} where it has no name, or a type that there is not.
 */
export function knownFromRow(row: unknown, number: number): KnownEntity {
  const parsed = csvRow.safeParse(row);
  if (!parsed.success) throw new KnownEntityRefusedError(number, z.prettifyError(parsed.error));
  const { name, type, aliases, roles, country, wikidata, opensanctions } = parsed.data;
  const found = csvTypes[type.trim().toLowerCase()];
  if (found === undefined) throw new KnownEntityRefusedError(number, `there is no type "${type}"`);
  const list = (cell: string): string[] => cell.split(';');
  return known(number, {
    names: [name, ...list(aliases)],
    type: found,
    roles: country.trim() === '' ? list(roles) : list(roles).map((role) => withCountry(role, country)),
    wikidata: [wikidata],
    opensanctions: [opensanctions],
  });
}

const ftmEntity = z.object({
  id: text,
  schema: text,
  properties: z.object({
    name: texts,
    alias: texts,
    position: texts,
    country: texts,
    wikidataId: texts,
  }),
});

const ftmTypes: Readonly<Record<string, SpeakerType>> = {
  Person: 'person', LegalEntity: 'organization', Organization: 'organization', PublicBody: 'organization', Company: 'organization',
}; // prettier-ignore

/**
 * An entity of a FollowTheMoney file, as OpenSanctions publishes them. Its id is kept as `opensanctions`.
 * @returns null where it is neither a person nor a body (an address, an ownership).
 * @throws {KnownEntityRefusedError} where it is no such entity, or has no name.
 */
export function knownFromFtm(entity: unknown, number: number): KnownEntity | null {
  const parsed = ftmEntity.safeParse(entity);
  if (!parsed.success) throw new KnownEntityRefusedError(number, z.prettifyError(parsed.error));
  const { id, schema, properties } = parsed.data;
  const type = ftmTypes[schema];
  if (type === undefined) return null;
  return known(number, {
    names: [...properties.name, ...properties.alias],
    type,
    roles: properties.position,
    wikidata: properties.wikidataId,
    opensanctions: [id],
  });
}

interface Draft {
  readonly names: readonly string[];
  readonly type: SpeakerType;
  readonly roles: readonly string[];
  readonly wikidata: readonly string[];
  readonly opensanctions: readonly string[];
}

function known(number: number, { names, type, roles, wikidata, opensanctions }: Draft): KnownEntity {
  const [name, ...aliases] = clean(names).filter((one) => one.length <= longestName);
  if (name === undefined) throw new KnownEntityRefusedError(number, 'it has no name of 1 to 200 characters');
  return {
    name,
    aliases,
    type,
    roles: clean(roles),
    identifiers: [
      ...clean(wikidata).map((value) => ({ scheme: 'wikidata', value })),
      ...clean(opensanctions).map((value) => ({ scheme: 'opensanctions', value })),
    ],
  };
}

/** Trimmed, each once, without what a database cannot hold. */
function clean(all: readonly string[]): string[] {
  const tidy = all.map((one) => one.replace(/\0|\p{Surrogate}/gu, '').replace(/\s+/gu, ' ').trim()); // prettier-ignore
  return [...new Set(tidy.filter((one) => one !== ''))].slice(0, most);
}

function withCountry(role: string, country: string): string {
  return role.toLowerCase().includes(country.trim().toLowerCase()) ? role : `${role} (${country.trim()})`;
}
