import { sql } from 'kysely';
import type { Database } from './database.js';

/** What came back when an article's address was asked for again. */
export interface ArticleCheck {
  /** `gone`: the server said that it is no longer there (404, 410). */
  readonly outcome: 'unchanged' | 'changed' | 'gone' | 'failed';
  /** HTTP status; null where the server did not answer. */
  readonly status: number | null;
  readonly reason: string | null;
}

/** An article whose address can be asked for again, with what a conditional request needs. */
export interface CheckableArticle {
  readonly id: string;
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Later looks at articles' addresses. Append-only: a removed article stays on record, marked. */
export interface Checks {
  /** Articles with a web address, first recorded since a time and not checked since another; oldest check first. */
  due(options: { readonly since: Date; readonly before: Date; readonly limit: number }): Promise<CheckableArticle[]>; // prettier-ignore
  /** The article at an address; null where none is on record. */
  at(url: string): Promise<CheckableArticle | null>;
  add(articleId: string, check: ArticleCheck): Promise<void>;
}

interface RawCheckable {
  readonly article_id: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>> | null;
}

export function checks(db: Database, clock: () => Date): Checks {
  return {
    async due({ since, before, limit }) {
      const { rows } = await sql<RawCheckable>`
        select r.article_id, v.url, p.headers
        from newest_reading r
        join article a on a.article_id = r.article_id
        join article_version v on v.article_id = r.article_id and v.version_id = r.version_id
        left join source_page p on p.article_id = r.article_id and p.page_id = r.page_id
        left join lateral (
          select max(recorded_at) as at from article_check where article_id = r.article_id
        ) c on true
        where a.recorded_at >= ${since} and v.url ~ '^https?://' and coalesce(c.at, a.recorded_at) < ${before}
        order by coalesce(c.at, a.recorded_at), r.article_id limit ${limit}`.execute(db);
      return rows.map(checkable);
    },
    async at(url) {
      const { rows } = await sql<RawCheckable>`
        select r.article_id, v.url, p.headers
        from newest_reading r
        join article_version v on v.article_id = r.article_id and v.version_id = r.version_id
        left join source_page p on p.article_id = r.article_id and p.page_id = r.page_id
        where v.url = ${url} limit 1`.execute(db);
      return rows[0] === undefined ? null : checkable(rows[0]);
    },
    async add(articleId, { outcome, status, reason }) {
      await sql`insert into article_check (article_id, outcome, status, reason, recorded_at)
        values (${articleId}, ${outcome}, ${status}, ${reason}, ${clock()})`.execute(db);
    },
  };
}

function checkable({ article_id: id, url, headers }: RawCheckable): CheckableArticle {
  return { id, url, etag: headers?.['etag'] ?? null, lastModified: headers?.['last-modified'] ?? null };
}
