import { sql } from 'kysely';
import type { Database } from '../database.js';
import { links } from '../entities/resolved.js';
import { matching, mostClaims, newest, publishedDay, type PositionFilter } from './claims.js';

/** One side of a change: a stance, and the statement that takes it. */
export interface StanceTaken {
  readonly stance: string;
  readonly day: string;
  readonly articleId: string;
  readonly outlet: string | null;
  readonly statementId: string | null;
  readonly words: string | null;
}

/** A holder's stance on a proposition that differs from the one on record before it. */
export interface ChangeRow {
  readonly holder: string;
  readonly relation: string;
  readonly subject: string | null;
  readonly object: string | null;
  readonly before: StanceTaken;
  readonly after: StanceTaken;
}

export interface ChangeFilter extends PositionFilter {
  /** So many of the newest, newest first. */
  readonly newest?: number | undefined;
}

/**
 * Changes of position, oldest first unless the newest are asked for: both statements side by side; at most 1,000. Stances taken on one day, or within one
 * article, are at odds and no change. The holder is whom the name stands for in
 * its article, so that a change is never made of two people.
 */
export async function changes(db: Database, filter: ChangeFilter): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    with taken as (
      select p.holder, coalesce(l.entity_id, p.holder) as who, coalesce(p.predicate, p.relation) as relation, p.subject, p.object, p.stance, ${publishedDay} as day, n.seq, p.ordinal,
        jsonb_build_object('stance', p.stance, 'day', ${publishedDay}, 'articleId', v.article_id, 'outlet', v.outlet,
          'statementId', p.statement_id, 'words', p.words) as told
      from ${newest(filter.asKnown)} join told_position p using (article_id, run_id)
        left join ${links(filter.asKnown)} l on l.article_id = v.article_id and l.name = p.holder
      where ${matching(filter)}
    ), series as (
      select *, lag(stance) over place as "stanceBefore", lag(day) over place as "dayBefore", lag(told) over place as "toldBefore"
      from taken window place as (partition by who, relation, subject, object order by day, seq, ordinal)
    )
    select holder, relation, subject, object, "toldBefore" as before, told as after
    from series where "stanceBefore" <> stance and "dayBefore" < day
    order by ${filter.newest === undefined ? sql`day, seq, ordinal` : sql`day desc, seq desc, ordinal desc`}
    limit ${filter.newest ?? mostClaims}`.execute(db); // prettier-ignore
  return rows;
}
