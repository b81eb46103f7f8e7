import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.js';
import { called, linksOf, namesOf, shownName } from '../entities/resolved.js';
import { searchable } from './page.js';
import { fromNewest } from './statements.js';

/** How many statements bear a word, a name or a month. */
export interface Count {
  readonly name: string;
  readonly statements: number;
}

/** A role as articles told it. Days are ISO 8601. */
export interface RoleTold {
  readonly role: string;
  readonly first: string;
  readonly last: string;
  readonly statements: number;
  /** Outlets that told it so, by name. */
  readonly outlets: readonly string[];
}

/** What the ledger holds of one speaker, over the newest reading of each article. */
export interface SpeakerView {
  readonly name: string;
  readonly type: string;
  readonly statements: number;
  /** By the day first told; at most 100. */
  readonly roles: readonly RoleTold[];
  /** `2024-05`, oldest first; months without a statement are left out. */
  readonly months: readonly Count[];
  /** What the statements are about, commonest first; at most 30. */
  readonly topics: readonly Count[];
  /** Who told the statements, commonest first; at most 50. */
  readonly outlets: readonly Count[];
  /** What the statements do, commonest first. */
  readonly acts: readonly Count[];
}

interface Raw {
  readonly name: string | null;
  readonly type: string;
  readonly statements: number;
  readonly roles: RoleTold[] | null;
  readonly months: Count[] | null;
  readonly topics: Count[] | null;
  readonly outlets: Count[] | null;
  readonly acts: Count[] | null;
}

/**
 * The speaker of just this name, capitals aside, under all the names of whom it stands for where it is one's alone; null
 * where no statement has it.
 */
export function speaker(db: Database, name: string): Promise<SpeakerView | null> {
  const from = sql`(${fromNewest()}) found where lower(entity) = lower(${searchable(name)})
    or (article_id, entity) in (select * from ${namesOf(called(name))} o)`;
  return told(db, from, sql`(select ${shownName(sql`w.id`)} from (${called(name)}) w(id))`);
}

/** As `speaker`, of an entity that no other holds, whatever each article calls it; null where no statement is its own. */
export function speakerOfEntity(db: Database, id: string, asKnown?: Date): Promise<SpeakerView | null> {
  return told(
    db,
    sql`(${fromNewest(asKnown)}) found
    where (article_id, entity) in (select l.article_id, l.name from ${linksOf(sql`select ${id}::text`, asKnown)} l)`,
    sql`null`,
  );
}

/** @param shown the name to show, null for one as told. */
async function told(
  db: Database,
  from: RawBuilder<unknown>,
  shown: RawBuilder<unknown>,
): Promise<SpeakerView | null> {
  const { rows } = await sql<Raw>`
    with mine as materialized (select article_id, entity, speaker_type, role, day, about, outlet, act from ${from})
    select case when min(entity) is not null then coalesce(${shown}, min(entity)) end as name,
      min(speaker_type) as type, count(*)::integer as statements,
      (select json_agg(r) from (
        select role, min(day) as first, max(day) as last, count(*)::integer as statements,
          coalesce(json_agg(distinct outlet) filter (where outlet is not null), '[]') as outlets
        from mine where role is not null group by role order by first, last, role limit 100) r) as roles,
      (select json_agg(r) from (
        select left(day, 7) as name, count(*)::integer as statements from mine group by 1 order by 1) r) as months,
      (select json_agg(r) from (
        select a.about as name, count(*)::integer as statements
        from mine cross join lateral jsonb_array_elements_text(mine.about) a(about)
        group by 1 order by 2 desc, 1 limit 30) r) as topics,
      (select json_agg(r) from (
        select outlet as name, count(*)::integer as statements from mine where outlet is not null
        group by 1 order by 2 desc, 1 limit 50) r) as outlets,
      (select json_agg(r) from (
        select act as name, count(*)::integer as statements from mine group by 1 order by 2 desc, 1) r) as acts
    from mine`.execute(db);
  const found = rows[0]!;
  if (found.name === null) return null;
  const { roles, months, topics, outlets, acts } = found;
  return {
    name: found.name,
    type: found.type,
    statements: found.statements,
    roles: roles ?? [],
    months: months ?? [],
    topics: topics ?? [],
    outlets: outlets ?? [],
    acts: acts ?? [],
  };
}
