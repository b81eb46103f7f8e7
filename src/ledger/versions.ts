import type { VersionDifferences } from '../link/versions.js';
import type { Database } from './database.js';
import { gone } from './queries/gone.js';
import { addPageReading, pagesWithout, type PageReading, type StoredPage } from './queries/pages.js';
import {
  differences,
  history,
  versionsWithout,
  type ArticleHistory,
  type ArticleVersion,
  type StoredVersion,
} from './queries/history.js';

export type { ArticleHistory, ArticleVersion, PageReading, StoredPage, StoredVersion };

/** The versions of articles, what changed between them, and which articles are gone from their address. */
export interface Versions {
  /**
   * An article's versions, each with the hash of its page, when it was fetched and the headers that came with it, and
   * what changed between them; by the first characters of its id too. Null where none or several fit.
   */
  history(articleId: string): Promise<ArticleHistory | null>;
  /** What changed from one version of an article to another, whichever; null where it has no such versions. */
  differences(articleId: string, from: string, to: string): Promise<VersionDifferences | null>;
  /**
   * Those of some articles that their server says are no longer there (404, 410), by id, with the time since (ISO 8601).
   * @param asKnown nothing recorded after this instant counts.
   */
  gone(articleIds: readonly string[], asKnown?: Date): Promise<ReadonlyMap<string, string>>;
  /** The newest run of every version that has none by an engine. */
  versionsWithout(engine: string): AsyncIterable<StoredVersion>;
  /** Every stored page that a version of the reader has not read, with what was made of it; one in memory at a time. */
  pagesWithout(reader: string): AsyncIterable<StoredPage>;
  /** Notes that a reader has read a stored page and found nothing new in it; a second time adds nothing. */
  addPageReading(reading: PageReading): Promise<void>;
}

/** The versions in a ledger's database. */
export function versions(db: Database, clock: () => Date): Versions {
  return {
    history: (id) => history(db, id),
    differences: (id, from, to) => differences(db, id, from, to),
    gone: (ids, asKnown) => gone(db, ids, asKnown),
    versionsWithout: (engine) => versionsWithout(db, engine),
    pagesWithout: (reader) => pagesWithout(db, reader),
    addPageReading: (reading) => addPageReading(db, reading, clock()),
  };
}
