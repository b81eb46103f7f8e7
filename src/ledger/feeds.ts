import { sql } from 'kysely';
import type { Database } from './database.js';
import { sha256 } from './ids.js';

/** A feed that is followed, and how it stands. */
export interface FollowedFeed {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  /** When it was asked last, ISO 8601; null where it never was. */
  readonly fetchedAt: string | null;
  /** Not before this should it be asked again, ISO 8601; null where it never was asked. */
  readonly nextAt: string | null;
  /** Failures in a row. */
  readonly failures: number;
  /** Why the last fetch failed. */
  readonly reason: string | null;
  /** From the newest fetch that was answered, for a conditional request. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Entries of it dealt with so far. */
  readonly entries: number;
}

/** One fetch of a feed. */
export interface FeedFetch {
  readonly outcome: 'changed' | 'unchanged' | 'failed';
  /** HTTP status; null where the server did not answer. */
  readonly status: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Entries in it. */
  readonly entries: number;
  readonly failures: number;
  readonly reason: string | null;
  readonly nextAt: Date;
}

/** An entry that has been dealt with. */
export interface FeedEntry {
  /** Hash of all that the feed says of it: an entry that changes is dealt with again. */
  readonly id: string;
  readonly url: string | null;
  /** Null where its page holds no article. */
  readonly articleId: string | null;
  /** Whether the page was read, or what the feed itself holds of it. */
  readonly via: 'page' | 'feed';
}

/** The feeds that are followed, with what was asked and came back. Append-only. */
export interface Feeds {
  /** Follows a feed. @returns false where it is followed already. */
  follow(url: string, title: string | null): Promise<boolean>;
  /** Follows it no longer; what it brought stays. @returns false where it is not followed. */
  leave(url: string): Promise<boolean>;
  /** By address; at most 10,000. */
  followed(): Promise<FollowedFeed[]>;
  addFetch(feedId: string, fetch: FeedFetch): Promise<void>;
  /** Which of some entries have been dealt with. */
  known(feedId: string, entryIds: readonly string[]): Promise<ReadonlySet<string>>;
  addEntry(feedId: string, entry: FeedEntry): Promise<void>;
}

const feedIdOf = (url: string) => sha256(url).slice(0, 16);

export function feeds(db: Database, clock: () => Date): Feeds {
  const isFollowed = async (id: string): Promise<boolean> => {
    const { rows } = await sql<{ kind: string }>`
      select kind from feed_event where feed_id = ${id} order by recorded_at desc, seq desc limit 1`.execute(
      db,
    );
    return rows[0]?.kind === 'followed';
  };
  const addEvent = (id: string, kind: string, url: string, title: string | null) =>
    sql`insert into feed_event (feed_id, kind, url, title, recorded_at)
      values (${id}, ${kind}, ${url}, ${title}, ${clock()})`.execute(db);
  return {
    async follow(url, title) {
      const id = feedIdOf(url);
      if (await isFollowed(id)) return false;
      await addEvent(id, 'followed', url, title);
      return true;
    },
    async leave(url) {
      const id = feedIdOf(url);
      if (!(await isFollowed(id))) return false;
      await addEvent(id, 'left', url, null);
      return true;
    },
    followed: () => followed(db),
    async addFetch(feedId, fetch) {
      const { outcome, status, etag, lastModified, entries, failures, reason, nextAt } = fetch;
      await sql`insert into feed_fetch
          (feed_id, outcome, status, etag, last_modified, entries, failures, reason, next_at, recorded_at)
        values (${feedId}, ${outcome}, ${status}, ${etag}, ${lastModified}, ${entries}, ${failures}, ${reason}, ${nextAt}, ${clock()})`.execute(
        db,
      );
    },
    async known(feedId, entryIds) {
      const { rows } = await sql<{ entry_id: string }>`
        select entry_id from feed_entry
        where feed_id = ${feedId} and entry_id in (select jsonb_array_elements_text(${JSON.stringify(entryIds)}::jsonb))`.execute(
        db,
      );
      return new Set(rows.map(({ entry_id }) => entry_id));
    },
    async addEntry(feedId, { id, url, articleId, via }) {
      await sql`insert into feed_entry (feed_id, entry_id, url, article_id, via, recorded_at)
        values (${feedId}, ${id}, ${url}, ${articleId}, ${via}, ${clock()}) on conflict do nothing`.execute(
        db,
      );
    },
  };
}

interface RawFeed {
  readonly feed_id: string;
  readonly url: string;
  readonly title: string | null;
  readonly fetched_at: Date | null;
  readonly next_at: Date | null;
  readonly failures: number | null;
  readonly reason: string | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly entries: string;
}

async function followed(db: Database): Promise<FollowedFeed[]> {
  const { rows } = await sql<RawFeed>`
    select e.feed_id, e.url, e.title, f.recorded_at as fetched_at, f.next_at, f.failures, f.reason,
      a.etag, a.last_modified,
      (select count(*) from feed_entry n where n.feed_id = e.feed_id) as entries
    from (select distinct on (feed_id) feed_id, kind, url, title from feed_event order by feed_id, recorded_at desc, seq desc) e
    left join lateral (
      select recorded_at, next_at, failures, reason from feed_fetch where feed_id = e.feed_id order by recorded_at desc, seq desc limit 1
    ) f on true
    left join lateral (
      select etag, last_modified from feed_fetch where feed_id = e.feed_id and outcome <> 'failed' order by recorded_at desc, seq desc limit 1
    ) a on true
    where e.kind = 'followed'
    order by e.url limit 10000`.execute(db);
  return rows.map((row) => ({
    id: row.feed_id,
    url: row.url,
    title: row.title,
    fetchedAt: row.fetched_at && new Date(row.fetched_at).toISOString(),
    nextAt: row.next_at && new Date(row.next_at).toISOString(),
    failures: row.failures ?? 0,
    reason: row.reason,
    etag: row.etag,
    lastModified: row.last_modified,
    entries: Number(row.entries),
  }));
}
