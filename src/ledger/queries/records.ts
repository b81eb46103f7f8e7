import { sql } from 'kysely';
import { recordSchema, type LedgerRecord } from '../../terms/record.js';
import type { Database } from '../database.js';

/** A record with its place in the ledger. */
export interface StoredRecord {
  readonly articleId: string;
  readonly versionId: string;
  readonly engine: string;
  readonly recordedAt: string;
  readonly record: LedgerRecord;
}

const batch = 100;

/** Every article's newest record, by article id; holds one batch in memory at a time. */
export async function* records(db: Database): AsyncGenerator<StoredRecord> {
  let after = '';
  for (;;) {
    const { rows } = await sql<{
      article_id: string;
      version_id: string;
      engine: string;
      recorded_at: Date;
      record: unknown;
    }>`
      select r.article_id, r.version_id, n.engine, n.record, r.recorded_at
      from newest_reading r
      join run n on n.article_id = r.article_id and n.run_id = r.run_id
      where r.article_id > ${after}
      order by r.article_id limit ${batch}`.execute(db);
    for (const { article_id: articleId, version_id: versionId, engine, recorded_at, record } of rows) {
      yield {
        articleId,
        versionId,
        engine,
        recordedAt: new Date(recorded_at).toISOString(),
        record: recordSchema.parse(record),
      };
      after = articleId;
    }
    if (rows.length < batch) return;
  }
}
