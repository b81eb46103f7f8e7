import { sql, type Transaction } from 'kysely';
import { decide, type Decision } from '../../link/entities/decide.js';
import { keysOf } from '../../link/entities/index-keys.js';
import type { Identifier, KnownEntity } from '../../link/entities/known.js';
import { classOf } from '../../link/entities/told.js';
import type { Database } from '../database.js';
import { shortHash } from '../ids.js';
import { findCandidates } from './candidates.js';

type Tx = Transaction<unknown>;

/** What importing one known entity did. `joined`: it is one that the ledger had. */
export interface Imported {
  readonly entityId: string;
  readonly outcome: 'founded' | 'joined' | 'unchanged';
}

/**
 * Puts a known entity on record, with its names, roles and numbers. It is the entity that has one of its numbers; else the
 * one that its name tells without doubt, unless that has another number of the same scheme; else a new one. Idempotent.
 */
export function importEntity(db: Database, known: KnownEntity, author: string, now: Date): Promise<Imported> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`entity import ${known.name}`}, 0))`.execute(
      tx,
    );
    const numbered = await byIdentifier(tx, known.identifiers);
    const id = numbered ?? (await byName(tx, known));
    const entityId = id ?? (await foundingId(tx, known));
    const founded = await sql`insert into entity (entity_id, type, name, named, recorded_at)
      values (${entityId}, ${known.type}, ${known.name}, true, ${now}) on conflict do nothing returning 1`.execute(
      tx,
    );
    const added = await addKnown(tx, entityId, known, author, now);
    const outcome = founded.rows.length > 0 ? 'founded' : added > 0 ? 'joined' : 'unchanged';
    return { entityId, outcome };
  });
}

async function byIdentifier(tx: Tx, identifiers: readonly Identifier[]): Promise<string | null> {
  const { rows } = await sql<{ entity_id: string }>`
    select i.entity_id from entity_identifier i
    join jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as g(scheme text, value text)
      on g.scheme = i.scheme and g.value = i.value
    order by i.recorded_at, i.entity_id limit 1`.execute(tx);
  return rows[0]?.entity_id ?? null;
}

async function byName(tx: Tx, { name, type, roles, identifiers }: KnownEntity): Promise<string | null> {
  const keys = keysOf(name, type);
  if (!keys.telling) return null;
  const [found] = await findCandidates(tx, [keys], []);
  const mention = { name, type, roles, companions: [], day: null };
  const decision: Decision = decide(mention, found!.candidates, found!.census);
  if (decision.outcome !== 'joins') return null;
  return (await isOther(tx, decision.entityId, identifiers)) ? null : decision.entityId;
}

/** True where an entity has another number in a scheme that the known one has a number in. */
async function isOther(tx: Tx, id: string, identifiers: readonly Identifier[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from entity_identifier where entity_id = ${id}
    and scheme = any(${identifiers.map(({ scheme }) => scheme)}::text[]) limit 1`.execute(tx);
  return rows.length > 0;
}

/** From its number, so the same in every ledger; a name without one that is taken by a namesake is told apart by its roles. */
async function foundingId(tx: Tx, { name, type, roles, identifiers }: KnownEntity): Promise<string> {
  const [first] = identifiers;
  if (first !== undefined) return shortHash('entity', first.scheme, first.value);
  const shared = shortHash('entity', classOf(type), keysOf(name, type).key);
  const { rows } = await sql`select 1 from entity where entity_id = ${shared}`.execute(tx);
  return rows.length === 0 ? shared : shortHash('entity', classOf(type), name, roles);
}

/** @returns how many rows were new. */
async function addKnown(tx: Tx, id: string, known: KnownEntity, author: string, now: Date): Promise<number> {
  const keys = [known.name, ...known.aliases].map((told) => keysOf(told, known.type));
  const names =
    await sql`insert into entity_name (entity_id, told, key, spelling, surname, given, fullness, recorded_at)
    select ${id}, n.*, ${now} from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as n(
      told text, key text, spelling text, surname text, given text, fullness integer)
    on conflict do nothing returning 1`.execute(tx);
  const numbers = await sql`insert into entity_identifier (entity_id, scheme, value, author, recorded_at)
    select ${id}, i.*, ${author}, ${now} from jsonb_to_recordset(${JSON.stringify(known.identifiers)}::jsonb) as i(scheme text, value text)
    on conflict do nothing returning 1`.execute(tx);
  const roles = await sql`insert into entity_role (entity_id, role, author, recorded_at)
    select ${id}, role, ${author}, ${now} from unnest(${[...known.roles]}::text[]) role
    on conflict do nothing returning 1`.execute(tx);
  return names.rows.length + numbers.rows.length + roles.rows.length;
}
