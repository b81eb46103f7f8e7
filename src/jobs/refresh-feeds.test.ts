import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine } from '../attribute/create-engine.js';
import { openLedger, type Ledger } from '../ledger/ledger.js';
import type { Get, WebAnswer } from '../read/fetch.js';
import { InputError } from '../read/files.js';
import { checkArticles, readAddress } from './check-articles.js';
import { refreshFeeds, type FeedStep } from './refresh-feeds.js';

let folder: string;
let ledger: Ledger;
let minute = 0;
const clock = () => new Date(Date.UTC(2024, 4, 2, 0, minute++));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-feeds-'));
  ledger = await openLedger(join(folder, 'ledger'), clock);
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

/** The web as it is now; each test changes it. */
const web = new Map<string, Partial<WebAnswer> | Error>();
const asked: string[] = [];
const get: Get = ({ url, etag }) => {
  asked.push(url);
  const answer = web.get(url) ?? { status: 404 };
  if (answer instanceof Error) return Promise.reject(answer);
  const same = etag != null && answer.headers?.['etag'] === etag;
  return Promise.resolve({ url, status: 200, bytes: Buffer.from(''), headers: {}, ...answer, ...(same ? { status: 304 } : {}) });
}; // prettier-ignore

const prose = (n: number, opens = 'in May') =>
  `<p>The mayor of Harn, Ada Berg, said that bridge ${n} would open ${opens}, two years after the old one had been closed.</p><p>“It is a fine bridge, and I will drive over it first,” Berg said, while the band of the town played behind her.</p><p>The council had voted for it in a long night of talks. A clerk said that nobody had expected that, and that the old bridge would be sold to a museum.</p>`;
const page = (n: number, opens?: string) => ({
  bytes: Buffer.from(`<html><head><title>Bridge ${n}</title></head><body><article>${prose(n, opens)}</article></body></html>`),
  headers: { 'content-type': 'text/html', etag: `"${n}${opens ?? ''}"` },
}); // prettier-ignore
const item = (n: number, more = '') => `<item><title>Bridge ${n}</title><link>https://courier.example/${n}</link>${more}</item>`; // prettier-ignore
const rss = (items: string, etag = items.length) => ({
  bytes: Buffer.from(`<rss version="2.0"><channel><title>Courier</title>${items}</channel></rss>`),
  headers: { 'content-type': 'application/rss+xml', etag: `"${etag}"` },
});

const feed = 'https://courier.example/rss';

async function refresh(now = clock().getTime()): Promise<FeedStep[]> {
  const steps: FeedStep[] = [];
  asked.length = 0;
  const wiring = { ledger, engine: createEngine('rules'), minConfidence: 0 };
  await refreshFeeds({ ...wiring, get, now: () => now, every: 60_000 }, (step) => steps.push(step));
  return steps;
}
const outcomes = (steps: readonly FeedStep[]) =>
  steps.map((step) => ('read' in step ? `${step.via} ${step.read.stored!.outcome}` : 'error' in step ? 'error' : step.fetch.outcome)); // prettier-ignore

it('reads what is new in a followed feed, and asks only for what changed the next time', async () => {
  expect(await ledger.feeds.follow(feed, null)).toBe(true);
  expect(await ledger.feeds.follow(feed, null)).toBe(false);
  web.set(feed, rss(item(1) + item(2)));
  web.set('https://courier.example/1', page(1));
  web.set('https://courier.example/2', page(2));
  expect(outcomes(await refresh())).toEqual(['page new', 'page new', 'changed']);

  expect(outcomes(await refresh())).toEqual(['unchanged']);
  expect(asked).toEqual([feed]);

  web.set(feed, rss(item(1, '<guid isPermaLink="false">changed</guid><description>Later.</description>') + item(2)));
  web.set('https://courier.example/1', page(1, 'in June'));
  expect(outcomes(await refresh())).toEqual(['page changed', 'changed']);
  expect(asked).toEqual([feed, 'https://courier.example/1']);
  const [followed] = await ledger.feeds.followed();
  expect(followed).toMatchObject({ url: feed, failures: 0, entries: 3 });
}); // prettier-ignore

it('takes what the feed itself holds where the page is out of reach, and tries others again', async () => {
  const content = `<description><![CDATA[${prose(3)}]]></description>`;
  web.set(feed, rss(item(3, content) + item(4)));
  web.set('https://courier.example/3', new InputError('x', 'it could not be fetched.'));
  web.set('https://courier.example/4', { status: 503 });
  const steps = await refresh();
  expect(outcomes(steps)).toEqual(['feed new', 'error', 'changed']);
  expect(steps[0]).toMatchObject({
    read: { record: { article: { title: 'Bridge 3', outlet: 'courier.example', url: 'https://courier.example/3' } } },
  });
  web.set(feed, rss(item(3, content) + item(4), 77));
  web.set('https://courier.example/4', page(4));
  expect(outcomes(await refresh())).toEqual(['page new', 'changed']);
}); // prettier-ignore

it('waits longer with each failure of a feed, and keeps the others going', async () => {
  const dead = 'https://dead.example/rss';
  await ledger.feeds.follow(dead, null);
  web.set(dead, { status: 500 });
  const start = Date.UTC(2024, 5, 1);
  const wait = async (now: number) => {
    const step = (await refresh(now)).find(({ feed: { url } }) => url === dead);
    return step !== undefined && 'fetch' in step ? step.fetch.nextAt.getTime() - now : null;
  };
  expect(await wait(start)).toBe(60_000);
  expect(await wait(start + 1000)).toBeNull();
  expect(asked).toEqual([feed]);
  expect(await wait(start + 60_000)).toBe(120_000);
  expect((await ledger.feeds.followed())[1]).toMatchObject({ failures: 2, reason: expect.stringContaining('500') as string }); // prettier-ignore
  web.set(dead, { bytes: Buffer.from('<html>no feed</html>') });
  expect(await wait(start + 1e9)).toBe(240_000);
  expect(await ledger.feeds.leave(dead)).toBe(true);
  expect(await ledger.feeds.followed()).toHaveLength(1);
});

it('reads the articles of the newest sitemaps in a list of them', async () => {
  await ledger.feeds.leave(feed);
  await ledger.feeds.follow('https://courier.example/sitemap.xml', null);
  web.set('https://courier.example/sitemap.xml', { bytes: Buffer.from('<sitemapindex><sitemap><loc>https://courier.example/news.xml</loc></sitemap></sitemapindex>') }); // prettier-ignore
  web.set('https://courier.example/news.xml', { bytes: Buffer.from('<urlset><url><loc>https://courier.example/5</loc></url></urlset>') }); // prettier-ignore
  web.set('https://courier.example/5', page(5));
  expect(outcomes(await refresh())).toEqual(['page new', 'changed']);
});

it('marks an article that is gone, keeps it, and adds a version where one changed', async () => {
  const wiring = { ledger, engine: createEngine('rules'), minConfidence: 0, get };
  web.set('https://courier.example/1', { status: 410 });
  web.set('https://courier.example/2', page(2, 'in July'));
  const found: Record<string, string> = {};
  const all = { since: new Date(0), before: new Date(Date.UTC(2030, 0)) };
  for await (const { article, outcome } of checkArticles(wiring, { ...all, before: clock() })) found[article.url] = outcome; // prettier-ignore
  expect(found).toEqual({
    'https://courier.example/1': 'gone',
    'https://courier.example/2': 'changed',
    'https://courier.example/3': 'failed',
    'https://courier.example/4': 'unchanged',
    'https://courier.example/5': 'unchanged',
  });
  expect((await ledger.summary()).articles).toBe(5);
  await expect(readAddress('https://courier.example/1', wiring, get)).rejects.toThrow(/marked as gone/);
  web.set('https://courier.example/1', page(1, 'in June'));
  const { stored } = await readAddress('https://courier.example/1', wiring, get);
  expect(stored?.outcome).toBe('unchanged');
  expect(await ledger.gone([stored!.articleId])).toEqual(new Map());
});
