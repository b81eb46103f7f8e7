import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.js';

/**
 * Since when an article is gone, as a scalar subquery: the first of the checks in a row that the server answered with
 * "no longer there" (404, 410). A check that failed tells nothing. Null where a later check or reading found it there.
 * @param article its id, a column or a value. @param asKnown nothing recorded after this instant counts.
 */
export function goneSinceOf(article: RawBuilder<unknown>, asKnown?: Date): RawBuilder<Date | null> {
  const told = asKnown === undefined ? sql`true` : sql`recorded_at <= ${asKnown}`;
  return sql<Date | null>`(
    select min(c.recorded_at) from article_check c
    where c.article_id = ${article} and c.outcome = 'gone' and ${told}
      and c.recorded_at >= (select max(recorded_at) from reading where article_id = ${article} and ${told})
      and c.seq > coalesce((
        select max(seq) from article_check
        where article_id = ${article} and outcome in ('unchanged', 'changed') and ${told}
      ), 0)
  )`;
}

/** Those of some articles that are gone from their address, by id, with the time since (ISO 8601). */
export async function gone(
  db: Database,
  articleIds: readonly string[],
  asKnown?: Date,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ article_id: string; since: Date | null }>`
    select article_id, ${goneSinceOf(sql.ref('article.article_id'), asKnown)} as since
    from article
    where article_id in (select jsonb_array_elements_text(${JSON.stringify([...new Set(articleIds)])}::jsonb))`.execute(
    db,
  );
  return new Map(
    rows.flatMap(({ article_id, since }) =>
      since === null ? [] : [[article_id, new Date(since).toISOString()] as const],
    ),
  );
}
