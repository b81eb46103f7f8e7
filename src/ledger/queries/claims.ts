import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.js';
import { named, namesOf } from '../entities/resolved.js';
import { newestReading } from './newest.js';
import { literal, searchable } from './page.js';

/** Where a claim stands: its article, and the statement that says it, null where the outlet does. */
export interface ClaimSource {
  readonly articleId: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** Day of publication, or of recording where none is told; ISO 8601. */
  readonly day: string;
  readonly statementId: string | null;
  readonly speaker: string | null;
  /** The article's own words. */
  readonly words: string | null;
}

/** What a statement commits its speaker to. */
export interface PositionRow extends ClaimSource {
  readonly holder: string;
  readonly stance: string;
  readonly relation: string;
  readonly subject: string | null;
  readonly object: string | null;
}

/** Who recognises whom, as one article told it. */
export interface RecognitionRow extends ClaimSource {
  readonly subject: string;
  readonly object: string;
  readonly over: string | null;
  readonly polarity: string;
}

/** How often an outlet, or a speaker in it, used a label. */
export interface NamingRow {
  readonly outlet: string | null;
  readonly speaker: string | null;
  readonly label: string;
  readonly marks: readonly string[];
  readonly times: number;
  readonly first: string;
  readonly last: string;
  /** An article to look it up in. */
  readonly articleId: string;
}

export interface PositionFilter {
  /** Any part of the holder's name, or of another name of the same person or body. */
  readonly holder?: string | undefined;
  /** Held by this person or body, whatever each article calls them: the id of an entity that no other holds. */
  readonly entityId?: string | undefined;
  /** Words that the relation, subject or object must hold between them ("join union"). */
  readonly about?: string | undefined;
  /** Published on or before this day. */
  readonly asOf?: string | undefined;
  /** Only what was on record at this instant, as it was then. */
  readonly asKnown?: Date | undefined;
}

/** Most rows of any of these lists. */
export const mostClaims = 1000;

/** Day of publication, or of recording where none is told, as text. */
export const publishedDay = sql`coalesce(v.published_day, v.recorded_at::date)::text`;
const day = publishedDay;
const source = sql`v.article_id as "articleId", v.title, v.outlet, ${day} as day`;
/** The newest reading of each article with its version. */
export const newest = (asKnown?: Date) =>
  sql`${newestReading(asKnown)} n join article_version v using (article_id, version_id)`;

/** Positions, oldest first, so that a change reads downwards; at most 1,000. */
export async function positions(db: Database, filter: PositionFilter): Promise<PositionRow[]> {
  const { rows } = await sql<PositionRow>`
    select ${source}, p.statement_id as "statementId", p.holder as speaker, p.words, p.holder, p.stance,
      coalesce(p.predicate, p.relation) as relation, p.subject, p.object
    from ${newest(filter.asKnown)} join told_position p using (article_id, run_id)
    where ${matching(filter)}
    order by day, n.seq, p.ordinal limit ${mostClaims}`.execute(db); // prettier-ignore
  return rows;
}

/** Conditions of a filter on `position p` and `article_version v`. */
export function matching(filter: PositionFilter): RawBuilder<unknown> {
  const { holder, entityId, about, asOf, asKnown } = filter;
  const words = (about ?? '').split(/\s+/u).slice(0, 20);
  return all([
    isHolder(holder, asKnown),
    entityId === undefined
      ? sql`true`
      : sql`(p.article_id, p.holder) in ${namesOf(sql`select ${entityId}::text`, asKnown)}`,
    until(asOf),
    ...words.map((word) => has(sql`concat_ws(' ', p.relation, p.predicate, p.subject, p.object)`, word)),
  ]);
}

/**
 * What has been told of recognition of, or by, an entity up to a day, newest first; at most 1,000. What contradicts is
 * shown side by side and never resolved.
 */
export async function recognition(
  db: Database,
  entity: string,
  asOf?: string,
  asKnown?: Date,
): Promise<RecognitionRow[]> {
  const { rows } = await sql<RecognitionRow>`
    select ${source}, r.statement_id as "statementId", s.entity as speaker, r.words, r.subject, r.object, r."over", r.polarity
    from ${newest(asKnown)} join relation r using (article_id, run_id)
      left join told_statement s using (article_id, run_id, statement_id)
    where r.relation = 'recognize' and r.subject is not null and r.object is not null and ${until(asOf)}
      and (${has(sql`r.object`, entity)} or ${has(sql`r.subject`, entity)} or ${has(sql`coalesce(r."over", '')`, entity)})
    order by day desc, n.seq desc, r.ordinal limit ${mostClaims}`.execute(db);
  return rows;
}

/** The labels of an entity by outlet and voice, commonest first; at most 1,000. */
export async function naming(db: Database, entity: string, asKnown?: Date): Promise<NamingRow[]> {
  const { rows } = await sql<Omit<NamingRow, 'times'> & { times: string }>`
    select v.outlet, s.entity as speaker, min(d.label) as label, d.marks, sum(jsonb_array_length(d.spans)) as times,
      min(${day}) as first, max(${day}) as last, max(v.article_id) as "articleId"
    from ${newest(asKnown)} join designation d using (article_id, run_id)
      left join told_statement s using (article_id, run_id, statement_id)
    where ${has(sql`d.entity`, entity)}
    group by v.outlet, s.entity, lower(regexp_replace(d.label, '^the ', '', 'i')), d.marks
    order by times desc, label limit ${mostClaims}`.execute(db);
  return rows.map((row) => ({ ...row, times: Number(row.times) }));
}

function has(column: RawBuilder<unknown>, part: string | undefined): RawBuilder<unknown> {
  const wanted = searchable(part ?? '').trim();
  return wanted === '' ? sql`true` : sql`${column} ilike ${`%${literal(wanted)}%`}`;
}

/** By a part of the name as told, or of any other name of whom it stands for. */
function isHolder(holder: string | undefined, asKnown: Date | undefined): RawBuilder<unknown> {
  if (searchable(holder ?? '').trim() === '') return sql`true`;
  return sql`(${has(sql`p.holder`, holder)}
    or (v.article_id, p.holder) in (select * from ${namesOf(named(holder!, asKnown), asKnown)} o))`;
}

function until(asOf: string | undefined): RawBuilder<unknown> {
  return asOf === undefined ? sql`true` : sql`${day} <= ${asOf}`;
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join([sql`true`, ...conditions], sql` and `);
}
