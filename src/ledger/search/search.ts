/** A question → the statements that fit, in pages: by time, or by how well the words fit. */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database.js';
import { searchable, type Page } from '../queries/page.js';
import { opening, show, type RawStatement, type StatementRow } from '../queries/statements.js';
import type { SentenceEncoder } from '../../sentences/encoder.js';
import { MeaningLackingError } from '../error.js';
import { keepsVectors } from '../meaning/vectors.js';
import { conditions, wordsQuery } from './conditions.js';
import { byBoth, byMeaning, columns, mostNear, nearest, type Asked } from './near.js';
import { meaningOf } from './question.js';
import { highlights, type Marked } from './highlight.js';
import { shownStatements } from './shown.js';
import type { Asking, SearchHit, SearchPage, SearchQuery } from './query.js';

/** `relevance` ranks so many of the newest that fit: ranking reads each of them. */
export const mostRanked = 2000;

/**
 * Sort key of the last row shown: its rank (0 when sorted by time), day, reading, place in the article; and the newest
 * reading when the first page was made, so that what comes in later does not move what is ranked.
 */
const keySchema = z.tuple([z.number(), z.iso.date(), z.string().regex(/^\d{1,18}$/u), z.int32(), z.string().regex(/^\d{1,18}$/u)]); // prettier-ignore
type Key = z.infer<typeof keySchema>;

interface Found extends RawStatement {
  readonly marked: Marked['marked'];
  readonly rank: number;
  readonly top: string;
}

/** Statements that fit, with the places of the words asked for. */
export async function search(
  db: Database,
  encoder: SentenceEncoder,
  query: SearchQuery,
): Promise<SearchPage> {
  return pageOf(await find(db, encoder, query, true), query, (row): SearchHit => ({ statement: show(row), highlights: highlights(row) })); // prettier-ignore
}

/**
 * Statements that fit, newest published first unless sorted otherwise; within an article in text order.
 * @param encoder null for a query that asks by words alone.
 */
export async function statements(db: Database, encoder: SentenceEncoder | null, query: SearchQuery): Promise<Page<StatementRow>> {
  return pageOf(await find(db, encoder, query, false), query, show);
} // prettier-ignore

/**
 * The question as a vector; null where it is asked by its words alone, or asks nothing.
 * @throws {MeaningLackingError} where the database keeps no vectors.
 */
export async function asked(db: Database, encoder: SentenceEncoder | null, { by = 'words', words }: Asking): Promise<Asked | null> {
  const { text } = meaningOf(searchable(words ?? ''));
  if (encoder === null || by === 'words' || text === '') return null;
  if (!(await keepsVectors(db))) throw new MeaningLackingError();
  const [vector] = await encoder.encode([text]);
  return { vector: vector!, encoder: encoder.version };
} // prettier-ignore

/** Runs a search by meaning: the index is asked on until enough rows fit the filter. */
export function nearby<T>(db: Database, run: (tx: Database) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`set local hnsw.ef_search = ${sql.lit(mostNear)}`.execute(tx);
    await sql`set local hnsw.iterative_scan = strict_order`.execute(tx);
    return run(tx);
  });
}

async function find(db: Database, encoder: SentenceEncoder | null, query: SearchQuery, mark: boolean): Promise<Found[]> {
  const key = readKey(query.cursor);
  const words = wordsQuery(query.words);
  const question = await asked(db, encoder, query);
  if (question !== null) return nearby(db, (tx) => rowsOf(tx, byNearness(query, key, words, question), words, mark));
  const ranked = query.sort === 'relevance' && words !== null;
  return rowsOf(db, ranked ? byRelevance(query, key, words) : byTime(query, key), words, mark);
} // prettier-ignore

async function rowsOf(
  db: Database,
  found: RawBuilder<unknown>,
  words: RawBuilder<unknown> | null,
  mark: boolean,
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    with found as materialized (${found})
    select s.*, v.version_id, v.url, v.outlet, v.title, ${opening}, v.published, f.recorded_at, f.seq::text as seq,
      to_char(f.day, 'YYYY-MM-DD') as day, f.rank, f.top::text as top,
      ${mark && words !== null ? marked(words) : sql`null`} as marked
    from found f
    join told_statement s on s.article_id = f.article_id and s.run_id = f.run_id and s.statement_id = f.statement_id
    join run r on r.article_id = f.article_id and r.run_id = f.run_id
    join article_version v on v.article_id = r.article_id and v.version_id = r.version_id
    order by f.rank desc, f.day desc, f.seq desc, f.ordinal`.execute(db);
  return rows;
}

function byTime(query: SearchQuery, key: Key | null): RawBuilder<unknown> {
  // The first condition is implied by the second; it is what the index on time can start from.
  const after = key === null ? sql`true` : sql`day <= ${key[1]}::date and ${past(key)}`;
  return sql`select ${columns}, 0::float8 as rank, 0 as top from ${shownStatements(query.asKnown)}
    where ${sql.join([...conditions(query), after], sql` and `)}
    order by day desc, seq desc, ordinal limit ${limitOf(query) + 1}`;
}

function byRelevance(query: SearchQuery, key: Key | null, words: RawBuilder<unknown>): RawBuilder<unknown> {
  return pageIn(relevant(query, words, until(key)), query, key);
}

function byNearness(query: SearchQuery, key: Key | null, words: RawBuilder<unknown> | null, question: Asked): RawBuilder<unknown> {
  const near = nearest(query, question, until(key));
  const told = query.by === 'both' && words !== null ? relevant(query, words, until(key)) : null;
  return pageIn(told === null ? byMeaning(near) : byBoth(told, near), query, key);
} // prettier-ignore

/** A search by rank sees, on its later pages, nothing that was recorded after its first. */
function until(key: Key | null): RawBuilder<unknown> {
  return key === null ? sql`true` : sql`seq <= ${key[4]}::bigint`;
}

/** How well the words fit, among the newest that they find. */
function relevant(query: SearchQuery, words: RawBuilder<unknown>, besides: RawBuilder<unknown>): RawBuilder<unknown> {
  // Length counts a little (1 + log), so that a short statement of just these words comes before a long one with them.
  return sql`select ${columns}, round(ts_rank_cd(words, ${words}, 1)::numeric, 6)::float8 as rank from (
    select ${columns}, words from ${shownStatements(query.asKnown)}
    where ${sql.join([...conditions(query), besides], sql` and `)}
    order by day desc, seq desc, ordinal limit ${mostRanked}) newest`;
} // prettier-ignore

/** One page of what is ranked: best first, then newest. */
function pageIn(ranked: RawBuilder<unknown>, query: SearchQuery, key: Key | null): RawBuilder<unknown> {
  const after = key === null ? sql`true` : sql`(rank < ${key[0]}::float8 or rank = ${key[0]}::float8 and ${past(key)})`; // prettier-ignore
  return sql`select * from (select *, max(seq) over () as top from (${ranked}) ranked) paged
    where ${after} order by rank desc, day desc, seq desc, ordinal limit ${limitOf(query) + 1}`;
}

function past([, day, seq, ordinal]: Key): RawBuilder<unknown> {
  return sql`(day < ${day}::date or day = ${day}::date and (seq < ${seq}::bigint or seq = ${seq}::bigint and ordinal > ${ordinal}::integer))`;
}

function limitOf({ limit = 50 }: SearchQuery): number {
  return limit;
}

/** Each content span's words with those asked for between two marks. */
function marked(words: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select jsonb_agg(ts_headline('english', t, ${words}, 'HighlightAll=true, StartSel="\ue000", StopSel="\ue001"') order by n)
    from jsonb_array_elements_text(s.content_texts) with ordinality as texts(t, n))`;
}

/** True for a cursor that `statements` and `search` can read. */
export function isSearchCursor(cursor: string): boolean {
  return readKey(cursor) !== null;
}

function readKey(cursor: string | undefined): Key | null {
  if (cursor === undefined) return null;
  try {
    return keySchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    // A cursor comes from an address bar: what cannot be read starts at the beginning.
    return null;
  }
}

/** Cuts one row too many off, which tells that there are more. */
function pageOf<Row>(rows: readonly Found[], query: SearchQuery, shown: (row: Found) => Row): Page<Row> {
  const kept = rows.slice(0, limitOf(query));
  const last = kept.at(-1);
  if (rows.length === kept.length || last === undefined) return { rows: kept.map(shown), next: null };
  const top = readKey(query.cursor)?.[4] ?? last.top;
  const key: Key = [last.rank, last.day, last.seq, last.ordinal, top];
  return { rows: kept.map(shown), next: Buffer.from(JSON.stringify(key)).toString('base64url') };
}
