import { sql } from 'kysely';
import type { Database } from '../database.js';

/** How the ledger does: what came in, when, by which engine. Times are ISO 8601. */
export interface Health {
  /** Null where nothing has been read. */
  readonly lastReading: string | null;
  /** Readings recorded in the last 24 hours. */
  readonly readingsToday: number;
  /** Size of the whole database. */
  readonly bytes: number;
  /** Schema files applied. */
  readonly schema: readonly string[];
  /** Engines behind the newest readings, commonest first. */
  readonly engines: readonly { readonly name: string; readonly articles: number }[];
  /** Outlets by their last reading, newest first; at most 200. */
  readonly outlets: readonly {
    readonly name: string | null;
    readonly articles: number;
    readonly last: string;
  }[];
  /** In the newest readings. */
  readonly statements: { readonly all: number; readonly named: number; readonly sure: number };
}

/** Counts what tells how the ledger does. */
export async function health(db: Database, now: Date): Promise<Health> {
  const since = new Date(now.getTime() - 24 * 3600 * 1000);
  const counts = await sql<{ last: Date | null; today: string; bytes: string; schema: string[] }>`
    select max(recorded_at) as last, count(*) filter (where recorded_at >= ${since}) as today,
      pg_database_size(current_database()) as bytes,
      (select json_agg(name order by name) from schema_file) as schema
    from reading`.execute(db);
  const engines = await sql<{ name: string; articles: string }>`
    select n.engine as name, count(*) as articles from newest_reading r join run n using (article_id, run_id)
    group by 1 order by 2 desc, 1`.execute(db);
  const outlets = await sql<{ name: string | null; articles: string; last: Date }>`
    select v.outlet as name, count(*) as articles, max(r.recorded_at) as last
    from newest_reading r join article_version v using (article_id, version_id)
    group by 1 order by 3 desc, 1 limit 200`.execute(db);
  const found = await sql<{ all: string; named: string; sure: string }>`
    select count(*) as all, count(speaker) as named, count(*) filter (where coalesce(confidence, 1) >= 0.8) as sure
    from shown_statement`.execute(db);
  const { last, today, bytes, schema } = counts.rows[0]!;
  const { all, named, sure } = found.rows[0]!;
  return {
    lastReading: last === null ? null : new Date(last).toISOString(),
    readingsToday: Number(today),
    bytes: Number(bytes),
    schema,
    engines: engines.rows.map(({ name, articles }) => ({ name, articles: Number(articles) })),
    outlets: outlets.rows.map(({ name, articles, last: at }) => ({
      name,
      articles: Number(articles),
      last: new Date(at).toISOString(),
    })),
    statements: { all: Number(all), named: Number(named), sure: Number(sure) },
  };
}
