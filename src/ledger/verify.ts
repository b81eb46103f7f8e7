import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Article } from '../terms/record.js';
import type { Database } from './database.js';
import type { Checked, Finding, VerifyStep } from './finding.js';
import { articleId, sha256, versionId } from './ids.js';
import { dayOf } from './store.js';
import { checkRuns, type StoredRun } from './verify-run.js';

/** Articles whose rows are read at once; their pages and runs come one by one. */
const batch = 50;

/**
 * Recomputes every hash and every offset on record from the bytes and the texts that they stand for, and tells what does
 * not hold. Walks by article, with one batch of small rows and one page or run in memory at a time.
 */
export async function* verify(db: Database): AsyncGenerator<VerifyStep> {
  const checked: Checked = { source_page: 0, article_version: 0, run: 0, reading: 0, statement: 0, position: 0, relation: 0, designation: 0 }; // prettier-ignore
  let after = '';
  for (;;) {
    const { rows } = await sql<{ article_id: string }>`
      select article_id from article where article_id > ${after} order by article_id limit ${batch}`.execute(
      db,
    );
    const ids = rows.map((row) => row.article_id);
    for (const check of [pages, versions, runs, readings])
      for await (const finding of check(db, ids, checked)) yield { finding, checked };
    yield { finding: null, checked };
    if (ids.length < batch) return;
    after = ids.at(-1)!;
  }
}

type Check = (db: Database, ids: readonly string[], checked: Checked) => AsyncGenerator<Finding>;

interface Key {
  readonly article_id: string;
  readonly id: string;
}

const unzip = promisify(gunzip);

const pages: Check = async function* (db, ids, checked) {
  const { rows } = await sql<Key>`
    select article_id, page_id as id from source_page where article_id = any(${ids})`.execute(db);
  for (const { article_id, id } of rows) {
    const found = await sql<{ byte_length: number; gzipped: Uint8Array }>`
      select byte_length, gzipped from source_page where article_id = ${article_id} and page_id = ${id}`.execute(
      db,
    );
    checked.source_page++;
    const page = found.rows[0]!;
    const problem = await pageProblem(id, page.byte_length, page.gzipped);
    if (problem !== null) yield { table: 'source_page', articleId: article_id, id, problem };
  }
};

async function pageProblem(id: string, length: number, gzipped: Uint8Array): Promise<string | null> {
  try {
    // What unpacks to more than it says is not unpacked further.
    const bytes = await unzip(gzipped, { maxOutputLength: length + 1 });
    if (bytes.length !== length) return `it has ${bytes.length} bytes, not ${length}`;
    return sha256(bytes) === id ? null : `its bytes have the hash ${sha256(bytes)}`;
  } catch (error) {
    return `its bytes do not unpack (${error instanceof Error ? error.message : String(error)})`;
  }
}

const versions: Check = async function* (db, ids, checked) {
  const { rows } = await sql<Key>`
    select article_id, version_id as id from article_version where article_id = any(${ids})`.execute(db);
  for (const { article_id, id } of rows) {
    const found = await sql<Article & { day: string | null }>`
      select url, outlet, title, authors, published, language, text, published_day::text as day
      from article_version where article_id = ${article_id} and version_id = ${id}`.execute(db);
    checked.article_version++;
    const { day, ...article } = found.rows[0]!;
    const at = { table: 'article_version', articleId: article_id, id } as const;
    if (articleId(article) !== article_id)
      yield { ...at, problem: `its address or title belongs to article ${articleId(article)}` };
    else if (versionId(article) !== id)
      yield { ...at, problem: `its text and facts have the hash ${versionId(article)}` };
    if (day !== dayOf(article.published))
      yield { ...at, problem: `its day is ${String(day)}, its date ${String(article.published)}` };
  }
};

const runs: Check = async function* (db, ids, checked) {
  const { rows } =
    await sql<Key>`select article_id, run_id as id from run where article_id = any(${ids})`.execute(db);
  for (const { article_id, id } of rows) {
    const found = await sql<StoredRun>`
      select article_id, version_id, run_id, engine, record from run where article_id = ${article_id} and run_id = ${id}`.execute(
      db,
    );
    checked.run++;
    yield* checkRuns(db, found.rows[0]!, checked);
  }
};

/** A reading's version and run are held by foreign keys; that its run read that version, and its page is there, is not. */
const readings: Check = async function* (db, ids, checked) {
  const { rows } = await sql<Key & { problem: string | null }>`
    select r.article_id, r.seq::text as id,
      case when n.version_id <> r.version_id then 'its run ' || r.run_id || ' is of version ' || n.version_id
        when r.page_id is not null and p.page_id is null then 'its page ' || r.page_id || ' is not there' end as problem
    from reading r
      join run n on n.article_id = r.article_id and n.run_id = r.run_id
      left join source_page p on p.article_id = r.article_id and p.page_id = r.page_id
    where r.article_id = any(${ids})`.execute(db);
  for (const { article_id, id, problem } of rows) {
    checked.reading++;
    if (problem !== null) yield { table: 'reading', articleId: article_id, id, problem };
  }
};
