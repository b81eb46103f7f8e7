import type { AttributionEngine } from '../attribute/engine.js';
import { articleId, versionId } from '../ledger/ids.js';
import type { Ledger, StoredPage, StoredVersion } from '../ledger/ledger.js';
import { differencesBetween, type VersionDifferences } from '../link/versions.js';
import { makeRecord } from '../pipeline.js';
import { inputOf } from '../read/files.js';
import { readerVersion } from '../read/reading.js';
import type { Article, LedgerRecord } from '../terms/record.js';
import { readingOf } from './read-source.js';

/**
 * What was made of one stored version: by a newer reader of its page, which may give another text and so another version,
 * or by a newer engine of its text.
 */
export type RereadStep = {
  readonly by: 'reader' | 'engine';
  readonly version: Pick<StoredVersion, 'articleId' | 'versionId' | 'record'>;
} & ({ readonly differences: VersionDifferences } | { readonly error: unknown });

/**
 * Reads every stored page again that this version of the reader has not read, and then every stored version that this
 * version of the engine has not. What is found stands beside what was found before; statements with the same content spans
 * in the same text keep their ids. Stopped in its middle, it goes on there.
 */
export async function* reread(ledger: Ledger, engine: AttributionEngine): AsyncGenerator<RereadStep> {
  for await (const page of ledger.pagesWithout(readerVersion)) {
    try {
      const record = await rereadPage(ledger, engine, page);
      if (record !== null) yield { by: 'reader', version: page, differences: differencesBetween(page.record, record) }; // prettier-ignore
    } catch (error) {
      yield { by: 'reader', version: page, error };
    }
  }
  for await (const version of ledger.versionsWithout(engine.version)) {
    try {
      const record = await makeRecord(version.record.article, engine);
      await ledger.store(record, { engine: engine.version, reread: true });
      yield { by: 'engine', version, differences: differencesBetween(version.record, record) };
    } catch (error) {
      yield { by: 'engine', version, error };
    }
  }
}

/** Reads a stored page again. @returns null where it gives the text and facts that it gave before. */
async function rereadPage(
  ledger: Ledger,
  engine: AttributionEngine,
  page: StoredPage,
): Promise<LedgerRecord | null> {
  const article = articleAgain(page);
  const { articleId: id, pageId, versionId: replaces } = page;
  if (article === null || versionId(article) === replaces) {
    await ledger.addPageReading({ articleId: id, pageId, reader: readerVersion, versionId: replaces, replaces: null }); // prettier-ignore
    return null;
  }
  const record = await makeRecord(article, engine);
  await ledger.store(record, { engine: engine.version, rereadPage: { pageId, reader: readerVersion, replaces } }); // prettier-ignore
  return record;
}

/**
 * The article as today's reader finds it in a stored page. What it is known by stays, and so do facts that came from
 * outside the page. Null where nothing would be left of the article, or its text is all that it is known by.
 */
function articleAgain({
  articleId: id,
  bytes,
  contentType,
  format,
  location,
  record,
}: StoredPage): Article | null {
  const { url, title, outlet, authors, published } = record.article;
  const known = { title: title ?? undefined, outlet: outlet ?? undefined, authors, published: published ?? undefined }; // prettier-ignore
  const source = { bytes, format: format ?? inputOf(location, bytes).format, contentType, known, ...(url === null ? {} : { url }) }; // prettier-ignore
  const { article } = readingOf(source);
  if (article === null) return null;
  const same = { ...article, url, ...(url === null ? { title, outlet } : {}) };
  return articleId(same) === id ? same : null;
}
