import { sql } from 'kysely';
import type { SpeakerType } from '../../terms/vocabulary.js';
import type { Database } from '../database.js';
import { links, named, shownName } from '../entities/resolved.js';
import { newestReading } from './newest.js';

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
  const { rows } = await sql<RawEntity>`
    with told as (
      select l.entity_id, m.name, m.type, m.article_id,
        (select count(*) from told_statement s
          where s.article_id = m.article_id and s.run_id = m.run_id and s.entity = m.name) as statements
      from ${newestReading(asKnown)} r join mention m on m.article_id = r.article_id and m.run_id = r.run_id
      join ${links(asKnown)} l on l.article_id = m.article_id and l.name = m.name
      where ${(name ?? '').trim() === '' ? sql`true` : sql`l.entity_id in (${named(name!, asKnown)})`}
    ), names as (
      select entity_id, name, count(*) as times from told group by 1, 2
    ), found as (
      select entity_id, sum(statements) as statements, count(distinct article_id) as articles,
        mode() within group (order by type) as type
      from told group by entity_id
    ), shown as (
      select f.entity_id as id, ${shownName(sql`f.entity_id`, asKnown)} as name, coalesce(e.type, f.type) as type,
        f.statements, f.articles,
        array(select n.name from names n where n.entity_id = f.entity_id order by n.times desc, n.name) as told
      from found f join entity e on e.entity_id = f.entity_id
      where ${speaking ? sql`f.statements > 0` : sql`true`}
    )
    select * from shown where ${type === undefined ? sql`true` : sql`type = ${type}`}
    order by statements desc, articles desc, name, id limit ${Math.min(10_000, limit)}`.execute(db);
  return rows.map((row) => ({
    ...row,
    statements: Number(row.statements),
    articles: Number(row.articles),
  }));
}
