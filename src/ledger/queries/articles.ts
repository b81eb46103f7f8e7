import { sql } from 'kysely';
import type { Article } from '../../terms/record.js';
import type { Database } from '../database.js';
import { goneSinceOf } from './gone.js';
import { newestReading } from './newest.js';
import { pageOf, readCursor, type Page } from './page.js';
import { fromNewest, opening, show, type RawStatement, type StatementRow } from './statements.js';

/** An article in a list, as its newest reading has it. */
export interface ArticleRow {
  readonly id: string;
  readonly outlet: string | null;
  readonly title: string | null;
  /** How its text begins, where it has no title. */
  readonly opening: string | null;
  readonly published: string | null;
  /** How many. */
  readonly statements: number;
  /** Since when its server says that it is no longer there (404, 410), ISO 8601; null where it is there. */
  readonly goneSince: string | null;
}

/** Which articles. */
export interface ArticleFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Only what was on record at this instant, as it was then. */
  readonly asKnown?: Date | undefined;
}

/** The newest reading of an article. */
export interface ArticleView {
  readonly id: string;
  readonly versionId: string;
  readonly article: Article;
  /** In text order. */
  readonly statements: readonly StatementRow[];
  /** Oldest first. */
  readonly versions: readonly { readonly versionId: string; readonly recordedAt: string }[];
  /** Since when its server says that it is no longer there (404, 410), ISO 8601; null where it is there. */
  readonly goneSince: string | null;
}

interface RawArticle extends Omit<ArticleRow, 'id' | 'statements' | 'goneSince'> {
  readonly article_id: string;
  readonly statements: string;
  readonly gone_since: Date | null;
  readonly day: string;
  readonly seq: string;
}

/** Articles, newest published first. */
export async function articles(
  db: Database,
  { cursor, limit, asKnown }: ArticleFilter,
): Promise<Page<ArticleRow>> {
  const key = readCursor(cursor);
  const after =
    key === null ? sql`true` : sql`(day < ${key[0]} or day = ${key[0]} and seq < ${key[1]}::bigint)`;
  const { rows } = await sql<RawArticle>`
    select article_id, outlet, title, opening, published, day, seq::text as seq,
      (select count(*) from statement s where s.article_id = found.article_id and s.run_id = found.run_id) as statements,
      ${goneSinceOf(sql.ref('found.article_id'), asKnown)} as gone_since
    from (
      select r.article_id, r.run_id, r.seq, v.outlet, v.title, ${opening}, v.published,
        to_char(coalesce(v.published_day, (r.recorded_at at time zone 'UTC')::date), 'YYYY-MM-DD') as day
      from ${newestReading(asKnown)} r
      join article_version v on v.article_id = r.article_id and v.version_id = r.version_id
    ) found
    where ${after}
    order by day desc, found.seq desc
    limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    ({ article_id: id, outlet, title, opening: begins, published, statements, gone_since }) => ({
      id,
      outlet,
      title,
      opening: begins,
      published,
      statements: Number(statements),
      goneSince: iso(gone_since),
    }),
    (row) => [row.day, row.seq, 0],
  );
}

/** The newest reading of one article, or the newest that was on record at a time; null where there is none. */
export async function article(db: Database, id: string, asKnown?: Date): Promise<ArticleView | null> {
  if (!/^[0-9a-f]{16}$/u.test(id)) return null;
  const { rows } = await sql<Article & { version_id: string; gone_since: Date | null }>`
    select ${goneSinceOf(sql`r.article_id`, asKnown)} as gone_since, v.version_id, v.url, v.outlet, v.title, v.authors, v.published, v.language, v.text
    from ${newestReading(asKnown)} r
    join article_version v on v.article_id = r.article_id and v.version_id = r.version_id
    where r.article_id = ${id}`.execute(db);
  const newest = rows[0];
  if (newest === undefined) return null;
  const { version_id: versionId, gone_since, ...fields } = newest;
  const found =
    await sql<RawStatement>`select * from (${fromNewest(asKnown)}) found where article_id = ${id} order by ordinal`.execute(
      db,
    );
  const versions = await sql<{ version_id: string; recorded_at: Date }>`
    select version_id, recorded_at from article_version
    where article_id = ${id} and ${asKnown === undefined ? sql`true` : sql`recorded_at <= ${asKnown}`} order by recorded_at, version_id`.execute(
    db,
  );
  return {
    id,
    versionId,
    article: fields,
    statements: found.rows.map(show),
    versions: versions.rows.map((v) => ({
      versionId: v.version_id,
      recordedAt: new Date(v.recorded_at).toISOString(),
    })),
    goneSince: iso(gone_since),
  };
}

const iso = (time: Date | null) => (time === null ? null : new Date(time).toISOString());
