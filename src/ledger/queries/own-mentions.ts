import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.js';
import { linksOf } from '../entities/resolved.js';

/**
 * The mentions of an entity, to stand after `from`, `join` or `in`: (article_id, name). They are asked for first and given
 * back as values: inside a larger query they are few and known, where the events behind them would mislead its plan.
 */
export async function ownMentions(db: Database, id: string, asKnown?: Date): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ article_id: string; name: string }>`
    select l.article_id, l.name from ${linksOf(sql`select ${id}::text`, asKnown)} l`.execute(db);
  return sql`(select own.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as own(article_id text, name text))`;
}
