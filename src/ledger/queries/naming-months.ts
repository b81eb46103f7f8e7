import { sql } from 'kysely';
import type { Database } from '../database.js';
import { newestReading } from './newest.js';
import { literal, searchable } from './page.js';

/** How often an outlet itself used a label in a month. */
export interface NamingMonth {
  readonly outlet: string | null;
  readonly label: string;
  /** `2024-05`; of publication, or of recording where none is told. */
  readonly month: string;
  readonly times: number;
}

/**
 * The labels that outlets use for an entity in their own voice, month by month, oldest first; at most 2,000.
 * @param entity any part of its name.
 */
export async function namingMonths(db: Database, entity: string, asKnown?: Date): Promise<NamingMonth[]> {
  const wanted = searchable(entity).trim();
  if (wanted === '') return [];
  const { rows } = await sql<NamingMonth>`
    select v.outlet, min(d.label) as label, left(coalesce(v.published_day, v.recorded_at::date)::text, 7) as month,
      sum(jsonb_array_length(d.spans))::integer as times
    from ${newestReading(asKnown)} n join article_version v using (article_id, version_id)
      join designation d using (article_id, run_id)
    where d.statement_id is null and d.entity ilike ${`%${literal(wanted)}%`}
    group by v.outlet, lower(regexp_replace(d.label, '^the ', '', 'i')), month
    order by month, v.outlet, label limit 2000`.execute(db);
  return rows;
}

/** Entities that designations on record name, commonest first; at most 200. */
export async function named(db: Database): Promise<string[]> {
  const { rows } = await sql<{ entity: string }>`
    select d.entity from newest_reading n join designation d using (article_id, run_id)
    group by d.entity order by count(*) desc, d.entity limit 200`.execute(db);
  return rows.map(({ entity }) => entity);
}
