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
  /** The last day on which an article on record was published, ISO 8601; null where none tells its day. */
  readonly newest: string | null;
}

/** Counts what the ledger holds. */
export async function summary(db: Database): Promise<Summary> {
  const { rows } = await sql<Record<Exclude<keyof Summary, 'newest'>, string> & Pick<Summary, 'newest'>>`
    select (select count(*) from article) as articles,
      (select count(*) from article_version) as versions,
      (select max(published_day)::text from article_version) as newest,
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
    newest: counts.newest,
  };
}
