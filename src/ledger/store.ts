import { gzipSync } from 'node:zlib';
import { sql, type Transaction } from 'kysely';
import { recordSchema, type Article, type LedgerRecord, type Statement } from '../terms/record.js';
import { slice, sliceAll } from '../terms/span.js';
import type { Database } from './database.js';
import { linkArticle } from './link/link-article.js';
import { showNewest } from './search/shown.js';
import { linkRecord } from './entities/link-record.js';
import { checkSpans } from './check-spans.js';
import { insertClaims } from './store-claims.js';
import { addPageReading, type PageReading } from './queries/pages.js';
import { articleId, runId, sha256, statementIds, versionId } from './ids.js';

/** How a record came to be; kept beside it. */
export interface Provenance {
  /** Name and version of the engine. */
  readonly engine: string;
  /** A version that is on record was read again by another engine: kept beside, and shown where it is the newest version. */
  readonly reread?: boolean;
  /**
   * A page that is on record was read again by another reader, which found another text or other facts: the version is kept
   * beside the one that it replaces, and shown where the article is shown by that page.
   */
  readonly rereadPage?: Pick<PageReading, 'pageId' | 'reader' | 'replaces'>;
  /** The bytes read, before any decoding; left out where there were none. */
  readonly page?: {
    readonly bytes: Uint8Array;
    /** File name or address that the bytes came from. */
    readonly location: string;
    readonly contentType?: string | null;
    readonly headers?: Readonly<Record<string, string>>;
    readonly fetchedAt: Date;
    /** What the page tells of its last change; ISO 8601. */
    readonly modified?: string | null;
    /** Where each fact of the article was found. */
    readonly sources?: Readonly<Record<string, string | null>>;
    readonly charset?: string | null;
    /** How the bytes were read. */
    readonly format?: 'page' | 'text';
    /** Version of the reader that found the article in it. */
    readonly reader?: string;
  };
}

/** What storing did. `unchanged`: the ledger holds just this already. */
export interface Stored {
  readonly outcome: 'new' | 'changed' | 'unchanged';
  readonly articleId: string;
  readonly versionId: string;
  /** Ids of the record's statements, in its order. */
  readonly statementIds: readonly string[];
}

type Tx = Transaction<unknown>;

/**
 * Stores a record in one transaction: all of it or nothing. Idempotent.
 * @param now when it is recorded.
 * @throws {RecordRefusedError} where a span is not an exact, trimmed slice of the record's own text.
 */
export async function store(
  db: Database,
  given: LedgerRecord,
  provenance: Provenance,
  now: Date,
): Promise<Stored> {
  const record = recordSchema.parse(given);
  checkSpans(record);
  const article = articleId(record.article);
  const version = versionId(record.article);
  const run = runId(version, provenance.engine, record);
  const ids = statementIds(version, record.statements);
  const outcome = await db.transaction().execute(async (tx): Promise<Stored['outcome']> => {
    // Two writers of one article take turns; others do not wait.
    await sql`select pg_advisory_xact_lock(hashtextextended(${article}, 0))`.execute(tx);
    const newest = await newestRun(tx, article);
    if (newest?.run_id === run) return 'unchanged';
    const at = after(newest?.recorded_at, now);
    await insertVersion(tx, article, version, record.article, at);
    const added = await insertRun(tx, { article, version, run, ids }, record, provenance.engine, at);
    if (provenance.reread === true && newest?.version_id !== version) return added ? 'changed' : 'unchanged';
    const again = provenance.rereadPage;
    if (again !== undefined) {
      await addPageReading(tx, { ...again, articleId: article, versionId: version }, at);
      if (newest?.page_id !== again.pageId) return added ? 'changed' : 'unchanged';
    }
    const isStored = again !== undefined || provenance.reread === true;
    const page = isStored ? (newest?.page_id ?? null) : await insertPage(tx, article, provenance);
    const reader = provenance.page?.reader;
    if (!isStored && page !== null && reader !== undefined)
      await addPageReading(
        tx,
        { articleId: article, pageId: page, reader, versionId: version, replaces: null },
        at,
      );
    await linkRecord(tx, record, { article, run, day: dayOf(record.article.published) }, at);
    await sql`insert into reading (article_id, version_id, run_id, page_id, recorded_at)
      values (${article}, ${version}, ${run}, ${page}, ${at})`.execute(tx);
    await showNewest(tx, article);
    await linkArticle(tx, article, at);
    return newest === undefined ? 'new' : 'changed';
  });
  return { outcome, articleId: article, versionId: version, statementIds: ids };
}

interface NewestRun {
  readonly run_id: string;
  readonly version_id: string;
  readonly page_id: string | null;
  readonly recorded_at: Date;
}

async function newestRun(tx: Tx, article: string): Promise<NewestRun | undefined> {
  const { rows } =
    await sql<NewestRun>`select run_id, version_id, page_id, recorded_at from newest_reading where article_id = ${article}`.execute(
      tx,
    );
  return rows[0];
}

/** The times of one article's readings rise strictly, whatever the clocks of the machines that write them say. */
function after(before: Date | undefined, now: Date): Date {
  return before === undefined ? now : new Date(Math.max(now.getTime(), new Date(before).getTime() + 1));
}

async function insertVersion(
  tx: Tx,
  id: string,
  version: string,
  article: Article,
  now: Date,
): Promise<void> {
  const { url, outlet, title, authors, published, language, text } = article;
  await sql`insert into article (article_id, recorded_at) values (${id}, ${now}) on conflict do nothing`.execute(
    tx,
  );
  await sql`insert into article_version
      (article_id, version_id, url, outlet, title, authors, published, published_day, language, text, recorded_at)
    values (${id}, ${version}, ${url}, ${outlet}, ${title}, ${JSON.stringify(authors)}::jsonb, ${published}, ${dayOf(published)}::date, ${language}, ${text}, ${now})
    on conflict do nothing`.execute(tx);
}

/** The calendar day of an ISO 8601 date, as written; null where it is none. */
export function dayOf(published: string | null): string | null {
  const day = published?.slice(0, 10) ?? '';
  const time = Date.parse(day);
  return /^\d{4}-\d{2}-\d{2}$/u.test(day) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(day)
    ? day
    : null;
}

async function insertPage(tx: Tx, article: string, { page }: Provenance): Promise<string | null> {
  if (page === undefined) return null;
  const id = sha256(page.bytes);
  const gzipped = gzipSync(page.bytes);
  await sql`insert into source_page (article_id, page_id, location, content_type, headers, byte_length, gzipped, fetched_at, modified, sources, charset, format)
    values (${article}, ${id}, ${page.location}, ${page.contentType ?? null}, ${JSON.stringify(page.headers ?? {})}::jsonb, ${page.bytes.length}, ${gzipped}, ${page.fetchedAt},
      ${page.modified ?? null}, ${page.sources === undefined ? null : JSON.stringify(page.sources)}::jsonb, ${page.charset ?? null}, ${page.format ?? null})
    on conflict do nothing`.execute(tx);
  return id;
}

interface RunIds {
  readonly article: string;
  readonly version: string;
  readonly run: string;
  readonly ids: readonly string[];
}

async function insertRun(
  tx: Tx,
  { article, version, run, ids }: RunIds,
  record: LedgerRecord,
  engine: string,
  now: Date,
): Promise<boolean> {
  const inserted = await sql`insert into run (article_id, version_id, run_id, engine, record, recorded_at)
    values (${article}, ${version}, ${run}, ${engine}, ${JSON.stringify(record)}::jsonb, ${now})
    on conflict do nothing returning run_id`.execute(tx);
  // The same run again, after another stood between: its statements are there.
  if (inserted.rows.length === 0) return false;
  const rows = record.statements.map((statement, i) =>
    statementRow(record.article.text, statement, ids[i]!, i),
  );
  await sql`insert into statement
      (article_id, run_id, statement_id, ordinal, kind, source, cue, content, cue_text, content_texts, cue_lemma, mention,
       entity, speaker_type, role, speaker_confidence, medium, relay, act, edits, about, confidence, words)
    select ${article}, ${run}, s.statement_id, s.ordinal, s.kind, s.source, s.cue, s.content, s.cue_text, s.content_texts,
      s.cue_lemma, s.mention, s.entity, s.speaker_type, s.role, s.speaker_confidence, s.medium, s.relay, s.act, s.edits,
      s.about, s.confidence,
      -- Search keeps its words in shown_statement.
      ''::tsvector
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(
      statement_id text, ordinal integer, kind text, source jsonb, cue jsonb, content jsonb, cue_text text,
      content_texts jsonb, cue_lemma text, mention text, entity text, speaker_type text, role text,
      speaker_confidence real, medium text, relay text, act text, edits jsonb, about jsonb, confidence real)`.execute(
    tx,
  );
  await insertClaims(tx, { article, run, ids }, record);
  return true;
}

/** The columns of a statement, but for its keys and its search words. */
export function statementRow(
  text: string,
  statement: Statement,
  id: string,
  ordinal: number,
): Record<string, unknown> {
  const { speaker, cueLemma, ...rest } = statement;
  return {
    ...rest,
    statement_id: id,
    ordinal,
    cue_text: sliceAll(text, statement.cue),
    content_texts: statement.content.map((span) => slice(text, span)),
    cue_lemma: cueLemma,
    mention: speaker.mention,
    entity: speaker.entity,
    speaker_type: speaker.type,
    role: speaker.role,
    speaker_confidence: speaker.confidence ?? null,
    confidence: statement.confidence ?? null,
  };
}
