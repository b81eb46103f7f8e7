import { sql } from 'kysely';
import type { Database } from '../database.js';
import { records } from '../queries/records.js';
import { linkRecord } from './link-record.js';

/**
 * Links the names of articles that were stored before the ledger kept entities. Idempotent.
 * @returns how many articles it linked.
 */
export async function linkAll(db: Database, clock: () => Date): Promise<number> {
  let linked = 0;
  for await (const { articleId: article, record } of records(db)) {
    linked += await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${article}, 0))`.execute(tx);
      const { rows } = await sql<{ run_id: string; day: string | null }>`
        select r.run_id, v.published_day::text as day from newest_reading r
        join article_version v on v.article_id = r.article_id and v.version_id = r.version_id
        where r.article_id = ${article}
          and not exists (select 1 from mention m where m.article_id = r.article_id and m.run_id = r.run_id)`.execute(
        tx,
      );
      const newest = rows[0];
      if (newest === undefined) return 0;
      await linkRecord(tx, record, { article, run: newest.run_id, day: newest.day }, clock());
      return 1;
    });
  }
  return linked;
}
