import { sql } from 'kysely';
import { differencesBetween, type VersionDifferences } from '../../link/versions.js';
import { recordSchema, type LedgerRecord } from '../../terms/record.js';
import type { Database } from '../database.js';
import { goneSinceOf } from './gone.js';
import { isReplaced } from './pages.js';

/** One version of an article, as the newest engine run on it found it. */
export interface ArticleVersion {
  readonly versionId: string;
  /** When it was read first, ISO 8601. */
  readonly recordedAt: string;
  /** When its page was fetched, ISO 8601; null where no bytes were kept. */
  readonly fetchedAt: string | null;
  /** SHA-256 of those bytes, as they came. */
  readonly pageId: string | null;
  /** How many bytes. */
  readonly byteLength: number | null;
  /** Address or file that they came from. */
  readonly location: string | null;
  /** What the server sent with them; names in lower case, empty where it was no server. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the page tells of its last change; null where it tells nothing. */
  readonly modified: string | null;
  readonly engine: string;
  readonly record: LedgerRecord;
}

/** An article's versions and what changed between them. */
export interface ArticleHistory {
  readonly id: string;
  /** Since when the outlet's server says that the article is no longer there (404, 410); null where it is there. */
  readonly goneSince: string | null;
  /** Oldest first, at most 100; of those that two readers made of one page, the newer reader's. */
  readonly versions: readonly ArticleVersion[];
  /** One a pair of versions that follow each other; `sameEngine` is false where another engine may be the reason. */
  readonly changes: readonly {
    readonly from: string;
    readonly to: string;
    readonly sameEngine: boolean;
    readonly differences: VersionDifferences;
  }[];
}

interface RawVersion {
  readonly version_id: string;
  readonly recorded_at: Date;
  readonly fetched_at: Date | null;
  readonly page_id: string | null;
  readonly byte_length: number | null;
  readonly location: string | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly modified: string | null;
  readonly engine: string;
  readonly record: unknown;
}

/** The versions of an article, from its id or the first six or more characters of it; null where none or several fit. */
export async function history(db: Database, id: string): Promise<ArticleHistory | null> {
  if (!/^[0-9a-f]{6,16}$/u.test(id)) return null;
  const { rows: found } = await sql<{ article_id: string }>`
    select article_id from article where article_id like ${`${id}%`} limit 2`.execute(db);
  if (found.length !== 1) return null;
  const article = found[0]!.article_id;
  const { rows } = await sql<RawVersion>`
    select v.version_id, v.recorded_at, n.engine, n.record, p.page_id, p.byte_length, p.location, p.headers, p.fetched_at, p.modified
    from article_version v
    join lateral (
      select engine, record from run where article_id = v.article_id and version_id = v.version_id
      order by recorded_at desc, run_id limit 1
    ) n on true
    left join lateral (
      select s.page_id, s.byte_length, s.location, s.headers, s.fetched_at, s.modified,
        (select min(recorded_at) from reading f where f.article_id = s.article_id and f.page_id = s.page_id) as first_read
      from (
        select article_id, page_id, recorded_at from reading where article_id = v.article_id and version_id = v.version_id
        union all
        select article_id, page_id, recorded_at from page_reading where article_id = v.article_id and version_id = v.version_id
      ) r
      join source_page s on s.article_id = r.article_id and s.page_id = r.page_id
      order by r.recorded_at limit 1
    ) p on true
    where v.article_id = ${article} and not ${isReplaced('v')}
    order by least(v.recorded_at, p.first_read), v.version_id limit 100`.execute(db);
  const versions = rows.map(show);
  return { id: article, goneSince: await goneSince(db, article), versions, changes: changesOf(versions) };
}

function show(row: RawVersion): ArticleVersion {
  return {
    versionId: row.version_id,
    recordedAt: new Date(row.recorded_at).toISOString(),
    fetchedAt: row.fetched_at && new Date(row.fetched_at).toISOString(),
    pageId: row.page_id,
    byteLength: row.byte_length,
    location: row.location,
    headers: row.headers ?? {},
    modified: row.modified,
    engine: row.engine,
    record: recordSchema.parse(row.record),
  };
}

function changesOf(versions: readonly ArticleVersion[]): ArticleHistory['changes'] {
  return versions.slice(1).map((to, i) => {
    const from = versions[i]!;
    return {
      from: from.versionId,
      to: to.versionId,
      sameEngine: from.engine === to.engine,
      differences: differencesBetween(from.record, to.record),
    };
  });
}

async function goneSince(db: Database, article: string): Promise<string | null> {
  const { rows } = await sql<{ since: Date | null }>`select ${goneSinceOf(sql`${article}`)} as since`.execute(
    db,
  );
  const since = rows[0]?.since ?? null;
  return since === null ? null : new Date(since).toISOString();
}

/**
 * What changed from one version of an article to another, whichever; null where the article has no such versions.
 * @param from of two version ids that `history` gives, the one that counts as the earlier.
 */
export async function differences(
  db: Database,
  articleId: string,
  from: string,
  to: string,
): Promise<VersionDifferences | null> {
  const { rows } = await sql<{ version_id: string; record: unknown }>`
    select distinct on (version_id) version_id, record from run
    where article_id = ${articleId} and version_id in (${from}, ${to})
    order by version_id, recorded_at desc, run_id`.execute(db);
  const recordOf = (id: string) => rows.find(({ version_id }) => version_id === id)?.record;
  const [before, after] = [recordOf(from), recordOf(to)];
  if (before === undefined || after === undefined) return null;
  return differencesBetween(recordSchema.parse(before), recordSchema.parse(after));
}

/** An article version with what was found in it, for a newer engine to read again. */
export interface StoredVersion {
  readonly articleId: string;
  readonly versionId: string;
  readonly engine: string;
  readonly record: LedgerRecord;
}

const batch = 50;

/** The newest run of every version that has none by an engine, by article; one batch in memory at a time. */
export async function* versionsWithout(db: Database, engine: string): AsyncGenerator<StoredVersion> {
  let [article, version] = ['', ''];
  for (;;) {
    const { rows } = await sql<{ article_id: string; version_id: string; engine: string; record: unknown }>`
      select v.article_id, v.version_id, n.engine, n.record
      from article_version v
      join lateral (
        select engine, record from run where article_id = v.article_id and version_id = v.version_id
        order by recorded_at desc, run_id limit 1
      ) n on true
      where (v.article_id, v.version_id) > (${article}, ${version})
        and not exists (
          select from run where article_id = v.article_id and version_id = v.version_id and engine = ${engine}
        )
      order by v.article_id, v.version_id limit ${batch}`.execute(db);
    for (const row of rows) {
      [article, version] = [row.article_id, row.version_id];
      yield { articleId: article, versionId: version, engine: row.engine, record: recordSchema.parse(row.record) }; // prettier-ignore
    }
    if (rows.length < batch) return;
  }
}
