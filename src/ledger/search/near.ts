/** Search by meaning, and by words and meaning together: which statements come into question, in which order. */
import { sql, type RawBuilder } from 'kysely';
import { searchable } from '../queries/page.js';
import { vectorValue } from '../meaning/vectors.js';
import { conditions } from './conditions.js';
import type { StatementFilter } from './query.js';
import { meaningOf } from './question.js';
import { shownStatements } from './shown.js';

/** So many of the nearest are ranked; pages and counts end with them, since everything is near to some degree. */
export const mostNear = 200;

/** A question as a vector, and the encoder that made it. */
export interface Asked {
  readonly vector: Float32Array;
  readonly encoder: string;
}

/** What `order by` and cursors need of a statement found. */
export const columns = sql`article_id, run_id, statement_id, seq, ordinal, day, recorded_at`;

/**
 * The statements nearest in meaning that fit a filter, with their distance in [0, 2]: a query.
 * @param until a condition besides. Words that the question excludes are excluded; the others only tell the meaning.
 */
export function nearest(filter: StatementFilter, asked: Asked, until: RawBuilder<unknown>): RawBuilder<unknown> {
  const { without } = meaningOf(searchable(filter.words ?? ''));
  const distance = sql`vector <=> ${vectorValue(asked.vector)}`;
  return sql`select ${columns}, ${distance} as distance
    from statement_vector join ${shownStatements(filter.asKnown)} using (article_id, statement_id)
    where encoder = ${asked.encoder} and ${sql.join([...conditions({ ...filter, words: without }), until], sql` and `)}
    order by ${distance} limit ${mostNear}`;
} // prettier-ignore

/** Nearest first: `columns` and the rank, 1 for the same meaning. */
export function byMeaning(near: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select ${columns}, round((1 - distance)::numeric, 6)::float8 as rank from (${near}) near`;
}

/** What the place in a list weighs; the constant of Cormack, Clarke and Büttcher, SIGIR 2009. */
const evenness = 60;

/**
 * Both lists as one, by reciprocal rank fusion: `columns` and the rank.
 * @param relevant a query of `columns` and rank, as the words find them.
 */
export function byBoth(relevant: RawBuilder<unknown>, near: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select ${columns}, round(sum(1.0 / (${evenness} + place)), 9)::float8 as rank from (
      (select ${columns}, row_number() over (order by rank desc, day desc, seq desc, ordinal) as place
        from (${relevant}) relevant order by place limit ${mostNear})
      union all
      (select ${columns}, row_number() over (order by distance, day desc, seq desc, ordinal) as place from (${near}) near)) lists
    group by ${columns}`;
}
