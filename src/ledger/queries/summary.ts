import { sql } from 'kysely';
import type { Database } from '../database.js';
import { fromNewest } from './statements.js';

/** What the ledger holds, counted over the newest reading of each article. */
export interface Summary {
  readonly articles: number;
  /** All versions of all articles. */
  readonly versions: number;
  readonly statements: number;
  /** Named speakers. */
  readonly speakers: number;
  readonly outlets: number;
}

/** Counts what the ledger holds. */
export async function summary(db: Database): Promise<Summary> {
  const { rows } = await sql<Record<keyof Summary, string>>`
    select (select count(*) from article) as articles,
      (select count(*) from article_version) as versions,
      count(*) as statements, count(distinct entity) as speakers,
      (select count(distinct v.outlet) from newest_reading r
        join article_version v on v.article_id = r.article_id and v.version_id = r.version_id) as outlets
    from (${fromNewest()}) found`.execute(db);
  const counts = rows[0]!;
  return {
    articles: Number(counts.articles),
    versions: Number(counts.versions),
    statements: Number(counts.statements),
    speakers: Number(counts.speakers),
    outlets: Number(counts.outlets),
  };
}
