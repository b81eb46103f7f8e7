import { sql } from 'kysely';
import type { SpeakerType } from '../../terms/vocabulary.js';
import type { Database } from '../database.js';
import { links, linksOf, named, shownName } from '../entities/resolved.js';
import { newestReading } from './newest.js';
import { spoken } from './statements.js';

/** Which entities; what is left out does not limit. */
export interface EntityFilter {
  /** Any part of any of its names. */
  readonly name?: string | undefined;
  readonly type?: SpeakerType | undefined;
  /** Only those that statements are of. */
  readonly speaking?: boolean | undefined;
  /** Only what was on record at this instant, as it was then. */
  readonly asKnown?: Date | undefined;
  /** At most this many; 100 by default. */
  readonly limit?: number | undefined;
}

/** An entity in a list, with what the newest readings tell of it. */
export interface EntityRow {
  readonly id: string;
  /** As it is shown: the fullest name told, or the one that a person gave it. */
  readonly name: string;
  /** Null where no record tells it. */
  readonly type: SpeakerType | null;
  /** Statements of its own. */
  readonly statements: number;
  /** Articles that name it. */
  readonly articles: number;
  /** Every name it was told by, commonest first. */
  readonly told: readonly string[];
}

interface RawEntity extends Omit<EntityRow, 'statements' | 'articles'> {
  readonly statements: string;
  readonly articles: string;
}

/** Entities, most statements first. */
export async function entities(db: Database, filter: EntityFilter): Promise<EntityRow[]> {
  const { name, type, speaking = false, asKnown, limit = 100 } = filter;
  const linked = (name ?? '').trim() === '' ? links(asKnown) : sql`(select o.article_id, o.name, o.root as entity_id from ${linksOf(named(name!, asKnown), asKnown)} o)`; // prettier-ignore
  const { rows } = await sql<RawEntity>`
    with told as materialized (
      select l.entity_id, m.name, m.type, m.article_id, m.run_id
      from ${newestReading(asKnown)} r join mention m on m.article_id = r.article_id and m.run_id = r.run_id
      join ${linked} l on l.article_id = m.article_id and l.name = m.name
    ), counted as (
      select s.article_id, s.speaker as name, count(*) as statements from ${spoken(asKnown)} s
      where (s.article_id, s.speaker) in (select article_id, name from told) group by 1, 2
    ), names as (
      select entity_id, name, count(*) as times from told group by 1, 2
    ), found as (
      select t.entity_id, coalesce(sum(c.statements), 0) as statements, count(distinct t.article_id) as articles,
        mode() within group (order by t.type) as type
      from told t left join counted c using (article_id, name) group by t.entity_id
    ), most as (
      select f.entity_id as id, coalesce(e.type, f.type) as type, f.statements, f.articles
      from found f join entity e on e.entity_id = f.entity_id
      where ${speaking ? sql`f.statements > 0` : sql`true`}
        and ${type === undefined ? sql`true` : sql`coalesce(e.type, f.type) = ${type}`}
      order by statements desc, articles desc, id limit ${Math.min(10_000, limit)}
    )
    select id, ${shownName(sql`most.id`, asKnown)} as name, type, statements, articles,
      array(select n.name from names n where n.entity_id = most.id order by n.times desc, n.name) as told
    from most order by statements desc, articles desc, name, id`.execute(db);
  return rows.map((row) => ({
    ...row,
    statements: Number(row.statements),
    articles: Number(row.articles),
  }));
}
