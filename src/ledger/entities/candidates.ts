import { sql, type Transaction } from 'kysely';
import type { Candidate, Census, KnownName } from '../../link/entities/decide.js';
import type { NameKeys } from '../../link/entities/index-keys.js';
import type { SpeakerType } from '../../terms/vocabulary.js';
import type { Database } from '../database.js';
import { members, moves, roots } from './resolved.js';

type Session = Database | Transaction<unknown>;

/** What is on record that a name may stand for. `ids[i]` are the entities of candidate i, the best named first. */
export interface Found {
  readonly candidates: readonly Candidate[];
  readonly census: Census;
}

/** Most names of one kind that are looked at for one name, and most links of one entity. */
const most = { names: 40, similar: 15, links: 30 };

/**
 * Finds, for each name, the entities that it may stand for: by key, by spelling, by surname and initial, and, where none
 * of these tells, by trigrams (the least similarity is a setting of the connection, database.ts).
 * @returns in the order of the names.
 */
export async function findCandidates(db: Session, names: readonly NameKeys[]): Promise<Found[]> {
  if (names.length === 0) return [];
  const { hits: exact, census } = await exactHits(db, names);
  const unfound = names.flatMap((name, i) => (name.fuzzy && exact[i]!.length === 0 ? [i] : []));
  const similar = await similarHits(
    db,
    unfound.map((i) => names[i]!),
  );
  const hits = names.map((_, i) => [...exact[i]!, ...(similar[unfound.indexOf(i)] ?? [])]);
  const known = await evidence(db, [...new Set(hits.flat())]);
  return names.map((_, i) => ({
    candidates: distinct(hits[i]!.map((id) => known.get(id)).filter((candidate) => candidate !== undefined)),
    census: census[i]!,
  }));
}

/** Entities that became one are one candidate. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.entityId, candidate])).values()];
}

interface RawHits {
  readonly hits: readonly string[];
  readonly entities: string;
  readonly surname: string;
  readonly given: string;
}

/** Entities of the same key, spelling, or surname and initial, and how common surname and given name are. */
async function exactHits(
  db: Session,
  names: readonly NameKeys[],
): Promise<{ hits: string[][]; census: Census[] }> {
  const { rows } = await sql<RawHits>`
    select array(
      (select entity_id from entity_name n where n.key = w.key limit ${most.names})
      union (select entity_id from entity_name n where n.spelling = w.spelling limit ${most.names})
      union (select entity_id from entity_name n where w.given is not null
        and n.surname = w.surname and n.given in (w.given, left(w.given, 1)) limit ${most.names})
      union (select entity_id from entity_name n where length(w.given) = 1
        and n.surname = w.surname and n.given like w.given || '%' limit ${most.names})
      union (select entity_id from entity_name n where w.given is null
        and n.surname = w.surname limit ${most.names})
      order by 1) as hits,
      (select coalesce(max(seq), 0) from entity) as entities,
      (select count(distinct entity_id) from (select entity_id from entity_name n where n.surname = w.surname limit 300) s) as surname,
      (select count(distinct entity_id) from (select entity_id from entity_name n where n.given = w.given limit 300) g) as given
    from jsonb_to_recordset(${asRows(names)}::jsonb) as w(i integer, key text, spelling text, surname text, given text)
    order by i`.execute(db);
  return {
    hits: rows.map(({ hits }) => [...hits]),
    census: rows.map(({ entities, surname, given }) => ({
      entities: Number(entities),
      surname: Number(surname),
      given: Number(given),
    })),
  };
}

async function similarHits(db: Session, names: readonly NameKeys[]): Promise<string[][]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ i: number; entity_id: string }>`
    select i, entity_id from jsonb_to_recordset(${asRows(names)}::jsonb) as w(i integer, key text)
    cross join lateral (select n.entity_id from entity_name n
      where n.key % w.key and n.surname is not null
      order by similarity(n.key, w.key) desc, n.entity_id limit ${most.similar}) hit`.execute(db);
  const found = names.map((): string[] => []);
  for (const { i, entity_id } of rows) found[i]!.push(entity_id);
  return found;
}

function asRows(names: readonly NameKeys[]): string {
  return JSON.stringify(names.map((name, i) => ({ ...name, i })));
}

interface RawEvidence {
  readonly entity_id: string;
  readonly root: string;
  readonly type: SpeakerType | null;
  readonly names: readonly KnownName[];
  readonly roles: readonly string[];
  readonly contexts: readonly Context[];
}

/** What a link keeps of its mention. */
export interface Context {
  readonly type: SpeakerType | null;
  readonly roles: readonly string[];
  /** Entities named beside it. */
  readonly companions: readonly string[];
  readonly day: string | null;
}

/** All that is on record of some entities, under each id: one candidate for all that became one. */
async function evidence(db: Session, ids: readonly string[]): Promise<Map<string, Candidate>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<RawEvidence>`
    with given as materialized (
      select g.id as entity_id, coalesce(r.root, g.id) as root
      from unnest(${ids}::text[]) as g(id) left join ${roots()} r on r.entity_id = g.id
    ), own as materialized (select * from ${members(sql`select root from given`)} o),
    moved as materialized (select * from ${moves()} v)
    select given.entity_id, given.root, e.type,
      coalesce((select jsonb_agg(n) from (select n.told, n.entity_id as of from own join entity_name n using (entity_id)
        where own.root = given.root order by n.recorded_at, n.told limit 60) n), '[]'::jsonb) as names,
      array(select k.role from own join entity_role k using (entity_id) where own.root = given.root limit 60) as roles,
      coalesce((select jsonb_agg(context) from (
        (select l.context from own join entity_link l using (entity_id) where own.root = given.root
          and not exists (select 1 from moved m where m.article_id = l.article_id and m.name = l.name)
          order by l.recorded_at desc limit ${most.links})
        union all (select l.context from own join moved m on m.into_id = own.entity_id
          join entity_link l on l.article_id = m.article_id and l.name = m.name
          where own.root = given.root limit ${most.links})) c), '[]'::jsonb) as contexts
    from given join entity e on e.entity_id = given.root`.execute(db);
  return new Map(rows.map((row) => [row.entity_id, candidateOf(row)]));
}

function candidateOf({ root, type, names, roles, contexts }: RawEvidence): Candidate {
  const days = contexts.map(({ day }) => day).filter((day) => day !== null).sort(); // prettier-ignore
  return {
    entityId: root,
    type: type ?? contexts.find((context) => context.type !== null)?.type ?? null,
    names,
    roles: [...new Set([...roles, ...contexts.flatMap((context) => context.roles)])],
    companions: new Set(contexts.flatMap((context) => context.companions)),
    days: days.length === 0 ? null : [days[0]!, days.at(-1)!],
  };
}
