import { createHash } from 'node:crypto';
import type { FeedFetch, FollowedFeed } from '../ledger/feeds.js';
import type { Ledger } from '../ledger/ledger.js';
import { FeedError, maxFeedLength, readFeed, type Feed } from '../read/feeds/feed.js';
import type { FeedItem } from '../read/feeds/item.js';
import { pageIn, type Get, type WebAnswer } from '../read/fetch.js';
import { InputError } from '../read/files.js';
import { decode } from '../read/charset.js';
import { retryAfter } from '../read/polite.js';
import { NoArticleError, readSource, type ReadSource, type Source, type Wiring } from './read-source.js';

/** What refreshing needs. */
export interface Refreshing extends Wiring {
  readonly ledger: Ledger;
  readonly get: Get;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds until a feed that answered is due again. */
  readonly every: number;
}

/** What became of one feed, or of one entry of it. */
export type FeedStep =
  | { readonly feed: FollowedFeed; readonly fetch: FeedFetch }
  | { readonly feed: FollowedFeed; readonly where: string; readonly read: ReadSource; readonly via: 'page' | 'feed' } // prettier-ignore
  | { readonly feed: FollowedFeed; readonly where: string; readonly error: unknown };

const feedTypes = 'application/atom+xml,application/rss+xml,application/feed+json,application/xml,text/xml,application/json;q=0.9,*/*;q=0.1'; // prettier-ignore
/** Feeds asked at once; one host is still asked once at a time. */
const abreast = 6;
const day = 24 * 60 * 60 * 1000;
/** What a feed holds of an entry counts as the article from this many UTF-16 code units of HTML. */
const shortestContent = 300;

/**
 * Asks the followed feeds that are due, reads the new and changed entries' pages, or where those are out of reach what
 * the feed itself holds, and stores them. What fails is told and asked again later: after twice the time with each
 * failure in a row, a day at most.
 * @param tell called as each thing is done.
 */
export async function refreshFeeds(context: Refreshing, tell: (step: FeedStep) => void): Promise<void> {
  const followed = await context.ledger.feeds.followed();
  const due = followed.filter(
    ({ failures, nextAt }) => failures === 0 || nextAt === null || Date.parse(nextAt) <= context.now(),
  );
  // The engine works on one article at a time, whatever the network brings.
  let engineTurn: Promise<unknown> = Promise.resolve();
  const read = (place: string, source: Source): Promise<ReadSource> => {
    const mine = engineTurn.then(() => readSource(place, source, context));
    engineTurn = mine.catch(() => undefined);
    return mine;
  };
  const worker = async (): Promise<void> => {
    for (let feed = due.shift(); feed !== undefined; feed = due.shift())
      await refreshFeed(feed, { ...context, read }, tell);
  };
  await Promise.all(Array.from({ length: abreast }, worker));
}

type FeedContext = Refreshing & { readonly read: (place: string, source: Source) => Promise<ReadSource> };

async function refreshFeed(
  feed: FollowedFeed,
  context: FeedContext,
  tell: (step: FeedStep) => void,
): Promise<void> {
  let fetch: FeedFetch;
  try {
    const answer = await askForFeed(feed, context.get);
    const entries = answer.status === 304 ? 0 : await readEntries(feed, answer, context, tell);
    fetch = {
      outcome: answer.status === 304 ? 'unchanged' : 'changed',
      status: answer.status,
      etag: answer.headers['etag'] ?? (answer.status === 304 ? feed.etag : null),
      lastModified: answer.headers['last-modified'] ?? (answer.status === 304 ? feed.lastModified : null),
      entries,
      failures: 0,
      reason: null,
      nextAt: new Date(context.now() + context.every),
    };
  } catch (error) {
    fetch = failed(feed, error, context);
  }
  await context.ledger.feeds.addFetch(feed.id, fetch);
  tell({ feed, fetch });
}

function failed({ failures }: FollowedFeed, error: unknown, { now, every }: Refreshing): FeedFetch {
  const answer = error instanceof BadAnswerError ? error.answer : null;
  const asked = answer === null ? null : retryAfter(answer, now());
  const wait = Math.min(day, asked ?? Math.max(every, 60_000) * 2 ** Math.min(failures, 12));
  return {
    outcome: 'failed',
    status: answer?.status ?? null,
    etag: null,
    lastModified: null,
    entries: 0,
    failures: failures + 1,
    reason: error instanceof Error ? error.message : String(error),
    nextAt: new Date(now() + wait),
  };
}

/** A server's answer that is no feed. */
class BadAnswerError extends InputError {
  constructor(
    where: string,
    readonly answer: WebAnswer,
  ) {
    super(where, `the server answered ${answer.status}.`);
  }
}

async function askForFeed({ url, etag, lastModified }: FollowedFeed, get: Get): Promise<WebAnswer> {
  const answer = await get({ url, accept: feedTypes, etag, lastModified, maxBytes: maxFeedLength });
  if (answer.status !== 200 && answer.status !== 304) throw new BadAnswerError(url, answer);
  return answer;
}

/** The feed in an answer. @throws {FeedError} where it is none. */
export function feedIn({ bytes, headers, url }: WebAnswer): Feed {
  return readFeed(decode(bytes, headers['content-type']).text, url);
}

/** Reads what is new in a feed. @returns how many entries it has. */
async function readEntries(
  feed: FollowedFeed,
  answer: WebAnswer,
  context: FeedContext,
  tell: (step: FeedStep) => void,
): Promise<number> {
  const { items, parts, cut } = feedIn(answer);
  if (cut) tell({ feed, where: feed.url, error: new FeedError('it has more entries than are read at once; the last ones were left out.') }); // prettier-ignore
  const all = [...items];
  for (const part of parts) {
    try {
      const found = await context.get({ url: part, accept: feedTypes, maxBytes: maxFeedLength });
      if (found.status !== 200) throw new BadAnswerError(part, found);
      all.push(...feedIn(found).items);
    } catch (error) {
      tell({ feed, where: part, error });
    }
  }
  const entries = new Map(all.map((item) => [entryIdOf(item), item]));
  const known = await context.ledger.feeds.known(feed.id, [...entries.keys()]);
  for (const [id, item] of entries) if (!known.has(id)) await readEntry(feed, id, item, context, tell);
  return entries.size;
}

function entryIdOf({ url, title, published, updated, html }: FeedItem): string {
  return createHash('sha256').update(JSON.stringify([url, title, published, updated, html])).digest('hex').slice(0, 16); // prettier-ignore
}

async function readEntry(
  feed: FollowedFeed,
  id: string,
  item: FeedItem,
  { get, read, ledger }: FeedContext,
  tell: (step: FeedStep) => void,
): Promise<void> {
  const { url } = item;
  const where = url ?? `${feed.url}#${id}`;
  const known = knownOf(feed.title, item);
  const done = async (result: ReadSource, via: 'page' | 'feed') => {
    await ledger.feeds.addEntry(feed.id, { id, url, articleId: result.stored?.articleId ?? null, via });
    tell({ feed, where, read: result, via });
  };
  let failure: unknown = new InputError(where, 'the entry names no page, and holds no article itself.');
  try {
    if (url !== null) {
      await done(await read(where, { ...pageIn(url, await get({ url })), known }), 'page');
      return;
    }
  } catch (error) {
    failure = error;
  }
  try {
    if ((item.html?.length ?? 0) >= shortestContent) {
      await done(await read(where, sourceOfItem(feed.title, item)), 'feed');
      return;
    }
  } catch (error) {
    // The page's own failure tells more than that the feed holds no article either.
    tell({ feed, where: `${where} (as the feed has it)`, error });
  }
  // Of any other failure nothing is noted, so the next round tries again for as long as the feed has the entry.
  if (failure instanceof NoArticleError) await ledger.feeds.addEntry(feed.id, { id, url, articleId: null, via: 'page' }); // prettier-ignore
  tell({ feed, where, error: failure });
}

/**
 * What a feed itself holds of an entry, as a page.
 * @param feedTitle stands in for an outlet that is not told.
 */
export function sourceOfItem(feedTitle: string | null, item: FeedItem): Source {
  const { url, html } = item;
  const bytes = Buffer.from(`<!doctype html><html><head></head><body><article>${html ?? ''}</article></body></html>`); // prettier-ignore
  return {
    bytes,
    format: 'page',
    contentType: 'text/html; charset=utf-8',
    known: knownOf(feedTitle, item),
    ...(url === null ? {} : { url }),
  };
}

function knownOf(feedTitle: string | null, { title, authors, published }: FeedItem): Source['known'] {
  return {
    title: title ?? undefined,
    authors,
    published: published ?? undefined,
    outlet: feedTitle ?? undefined,
  };
}
