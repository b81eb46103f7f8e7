import { sql } from 'kysely';
import type { Database } from '../database.js';
import { opening, type RawStatement, show, type StatementRow } from './statements.js';

/** A statement with the whole text that its spans refer to. */
export interface StatementView {
  readonly statement: StatementRow;
  /** Clean text of the article version. */
  readonly text: string;
}

/**
 * The statement of an id, or of the first six or more characters of one. A statement that a newer version no longer
 * has is still found, in the newest reading that has it. Null where none fits, or several do.
 */
export async function statement(db: Database, id: string): Promise<StatementView | null> {
  if (!/^[0-9a-f]{6,16}$/u.test(id)) return null;
  const { rows } = await sql<RawStatement & { text: string }>`
    select distinct on (s.article_id, s.statement_id)
      s.*, v.version_id, v.url, v.outlet, v.title, ${opening}, v.published, v.text, r.recorded_at
    from told_statement s
    join reading r on r.article_id = s.article_id and r.run_id = s.run_id
    join article_version v on v.article_id = r.article_id and v.version_id = r.version_id
    where s.statement_id like ${`${id}%`}
    order by s.article_id, s.statement_id, r.recorded_at desc, r.seq desc
    limit 2`.execute(db);
  const [only, another] = rows;
  return only === undefined || another !== undefined ? null : { statement: show(only), text: only.text };
}
