import { gunzipSync } from 'node:zlib';
import { sql, type RawBuilder } from 'kysely';
import { recordSchema, type LedgerRecord } from '../../terms/record.js';
import type { Database } from '../database.js';

/** A page as it was stored, with the newest version that was made of it. */
export interface StoredPage {
  readonly articleId: string;
  readonly pageId: string;
  /** As they came, before any decoding. */
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Null where it was stored before that was noted. */
  readonly format: 'page' | 'text' | null;
  readonly location: string;
  readonly versionId: string;
  /** Of that version, by the newest engine. */
  readonly record: LedgerRecord;
}

/** That a version of the reader has read a stored page. */
export interface PageReading {
  readonly articleId: string;
  readonly pageId: string;
  readonly reader: string;
  readonly versionId: string;
  /** The version that an earlier reader made of the page; null where it made the same, or none was. */
  readonly replaces: string | null;
}

/**
 * Whether a version is not what the newest reader made of its page: another stands in its place.
 * @param v alias of a row with `article_id` and `version_id`.
 */
export const isReplaced = (v: string): RawBuilder<boolean> => sql`exists (
  select from page_reading o
  where o.article_id = ${sql.ref(`${v}.article_id`)} and o.replaces = ${sql.ref(`${v}.version_id`)}
    and not exists (select from page_reading n
      where n.article_id = o.article_id and n.version_id = o.replaces and n.recorded_at > o.recorded_at)
)`;

interface Key {
  readonly article_id: string;
  readonly page_id: string;
}

const batch = 200;

/** Every stored page that a version of the reader has not read, by article; one page in memory at a time. */
export async function* pagesWithout(db: Database, reader: string): AsyncGenerator<StoredPage> {
  let [article, page] = ['', ''];
  for (;;) {
    const { rows } = await sql<Key>`
      select article_id, page_id from source_page s
      where (article_id, page_id) > (${article}, ${page})
        and not exists (select from page_reading p
          where p.article_id = s.article_id and p.page_id = s.page_id and p.reader = ${reader})
      order by article_id, page_id limit ${batch}`.execute(db);
    for (const key of rows) {
      [article, page] = [key.article_id, key.page_id];
      const found = await storedPage(db, key);
      if (found !== null) yield found;
    }
    if (rows.length < batch) return;
  }
}

async function storedPage(db: Database, { article_id, page_id }: Key): Promise<StoredPage | null> {
  const { rows } = await sql<{
    gzipped: Uint8Array;
    content_type: string | null;
    format: 'page' | 'text' | null;
    location: string;
    version_id: string;
    record: unknown;
  }>`
    select s.gzipped, s.content_type, s.format, s.location, m.version_id, n.record
    from source_page s
    join lateral (
      select version_id, recorded_at from page_reading where article_id = s.article_id and page_id = s.page_id
      union all
      select version_id, recorded_at from reading where article_id = s.article_id and page_id = s.page_id
      order by recorded_at desc limit 1
    ) m on true
    join lateral (
      select record from run where article_id = s.article_id and version_id = m.version_id
      order by recorded_at desc, run_id limit 1
    ) n on true
    where s.article_id = ${article_id} and s.page_id = ${page_id}`.execute(db);
  const row = rows[0];
  if (row === undefined) return null;
  return {
    articleId: article_id,
    pageId: page_id,
    bytes: gunzipSync(row.gzipped),
    contentType: row.content_type,
    format: row.format,
    location: row.location,
    versionId: row.version_id,
    record: recordSchema.parse(row.record),
  };
}

/** Notes that a reader has read a page; a second time adds nothing. */
export async function addPageReading(db: Database, reading: PageReading, at: Date): Promise<void> {
  const { articleId, pageId, reader, versionId, replaces } = reading;
  await sql`insert into page_reading (article_id, page_id, reader, version_id, replaces, recorded_at)
    values (${articleId}, ${pageId}, ${reader}, ${versionId}, ${replaces}, ${at}) on conflict do nothing`.execute(
    db,
  );
}
