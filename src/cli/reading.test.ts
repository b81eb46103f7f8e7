import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGet } from '../read/fetch.js';
import { createPoliteGet } from '../read/polite.js';
import type { Outside } from './outside.js';
import { runOutside } from './test-terminal.js';

let folder: string;
let server: Server;
let site: string;
/** What the outlet's server has, by path; `null` is gone. */
const has = new Map<string, string | null>();
const asked: { path: string; agent: string | undefined }[] = [];

/** The one address that these tests may ask, and no waiting for it. */
const outside: Outside = {
  get: (contact) => createPoliteGet(createGet({ contact, isAllowed: (address) => address === '127.0.0.1' }), { now: Date.now, sleep: () => Promise.resolve() }), // prettier-ignore
  pause: () => Promise.resolve(),
};
const run = (args: readonly string[], more: Partial<Outside> = {}) =>
  runOutside([...args, '--ledger', join(folder, 'ledger')], { ...outside, ...more });

const prose = (n: number, opens: string) =>
  `<p>The mayor of Harn, Ada Berg, said that bridge ${n} would open ${opens}, two years after the old one had been closed.</p><p>“It is a fine bridge, and I will drive over it first,” Berg said, while the band of the town played behind her.</p><p>The council had voted for it in a long night of talks, and the old bridge would be sold to a museum.</p>`;
const page = (n: number, opens = 'in May') =>
  `<html><head><title>Bridge ${n}</title></head><body><article>${prose(n, opens)}</article></body></html>`;
const rss = (...numbers: number[]) =>
  `<rss version="2.0"><channel><title>Harn Courier</title>${numbers.map((n) => `<item><title>Bridge ${n}</title><link>/${n}</link></item>`).join('')}</channel></rss>`;

// The limit is for what hangs: a busy machine takes ten times as long as an idle one.
describe('reading from the command line', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-cli-reading-'));
    server = createServer((request, response) => {
      const path = request.url ?? '/';
      asked.push({ path, agent: request.headers['user-agent'] });
      const body = has.get(path);
      if (body == null) response.writeHead(body === null ? 410 : 404).end();
      else response.writeHead(200, { 'content-type': path === '/rss' ? 'application/rss+xml' : 'text/html' }).end(body); // prettier-ignore
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    has.set('/rss', rss(1, 2));
    has.set('/1', page(1));
    has.set('/2', page(2));
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  it('follows feeds, lists them, gives and takes lists, and leaves them', async () => {
    expect((await run(['follow'])).out).toBe(
      'No feed is followed. "onrecord follow <address>" follows one.\n',
    );
    const first = await run([
      'follow',
      `${site}/rss`,
      'ftp://courier.example/rss',
      join(folder, 'none.opml'),
    ]);
    expect(first).toMatchObject({ code: 1, out: '1 feed followed now, 0 followed before, 2 failed. "onrecord fetch" asks them.\n' }); // prettier-ignore
    expect(first.err).toMatch(/ftp:.*no http or https address[^]*none\.opml: it is neither an address/u);
    expect((await run(['follow'])).out).toContain('not asked yet');

    const opml = (await run(['follow', '--opml'])).out.replace('</body>', '<outline text="Wire" xmlUrl="https://wire.example/atom"/></body>'); // prettier-ignore
    await writeFile(join(folder, 'feeds.opml'), opml);
    expect((await run(['follow', join(folder, 'feeds.opml')])).out).toMatch(/^1 feed followed now, 1 followed before/u); // prettier-ignore
    expect((await run(['follow', '--leave', 'https://wire.example/atom'])).out).toBe('1 feed left, 0 not followed before.\n'); // prettier-ignore
  });

  it('fetches once what is new, and says who asks', async () => {
    const { code, out, err } = await run(['fetch', '--engine', 'rules', '--contact', 'desk@courier.example']);
    expect({ code, out, err }).toEqual({ code: 0, out: '1 feed asked: 2 new, 0 changed, 0 unchanged articles, 4 statements.\n', err: '' }); // prettier-ignore
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/rss', '/1', '/2']);
    expect(asked[0]?.agent).toContain('desk@courier.example');
    expect((await run(['follow'])).out).toMatch(/│ 2 .*│ well/u);
  });

  it('fetches again and again until it is told to stop', async () => {
    let pauses = 0;
    const pause = () => {
      has.set('/rss', rss(1, 2, 3));
      has.set('/3', page(3));
      if (++pauses === 2) process.emit('SIGTERM');
      return Promise.resolve();
    };
    const { code, out } = await run(['fetch', '--every', '15m', '--engine', 'rules'], { pause });
    expect(code).toBe(0);
    expect(out).toMatch(/^1 feed asked: 0 new.*\n1 feed asked: 1 new.*\n$/u);
    expect(await run(['fetch', '--every', '5s'])).toMatchObject({ code: 2 });
  });

  it('tells a feed that fails in one line, when it is asked again, and ends with 1', async () => {
    await run(['follow', `${site}/none`]);
    const { code, out, err } = await run(['fetch', '--engine', 'rules']);
    expect({ code, out }).toEqual({ code: 1, out: '2 feeds asked: 0 new, 0 changed, 0 unchanged articles, 0 statements; 1 failed.\n' }); // prettier-ignore
    expect(err).toMatch(
      /^http:\S+\/none: .*answered 404.* It is asked again after \d{4}-\d\d-\d\dT\d\d:\d\dZ\.\n$/u,
    );
    await run(['follow', '--leave', `${site}/none`]);
  });

  it('checks addresses: what changed is a new version, what is gone is marked and stays', async () => {
    has.set('/1', null);
    has.set('/2', page(2, 'in July'));
    const { code, out } = await run(['check', '--engine', 'rules']);
    expect(code).toBe(0);
    expect(out).toMatch(/^gone [0-9a-f]{16} http:\S+\/1$/mu);
    expect(out).toMatch(/^changed [0-9a-f]{16} http:\S+\/2$/mu);
    expect(out).toContain('1 changed, 1 gone, 1 unchanged.');

    const rows = (await run(['list', '--format', 'jsonl'])).out.trim().split('\n').map((line) => JSON.parse(line) as { id: string; goneSince: string | null; article: { id: string; title: string } }); // prettier-ignore
    expect(rows).toHaveLength(6);
    const gone = rows.filter(({ goneSince }) => goneSince !== null);
    expect(gone.map(({ article }) => article.title)).toEqual(['Bridge 1', 'Bridge 1']);
    expect((await run(['list'])).out).toContain(`Of these, 2 stand in articles that are gone from their address: ${gone[0]!.article.id} since ${gone[0]!.goneSince!.slice(0, 10)}.`); // prettier-ignore
    expect((await run(['show', gone[0]!.id])).out).toMatch(
      /gone since +\d{4}-\d\d-\d\d \d\d:\d\d UTC \(kept here\)/u,
    );
    expect((await run(['diff', gone[0]!.article.id])).out).toMatch(/No longer at its address since .*; kept here\.[^]*One version/u); // prettier-ignore
  });

  it('shows what changed between versions', async () => {
    const rows = (await run(['list', '--format', 'jsonl'])).out.trim().split('\n').map((line) => JSON.parse(line) as { article: { id: string; title: string } }); // prettier-ignore
    const { id } = rows.find(({ article }) => article.title === 'Bridge 2')!.article;
    const shown = await run(['diff', id.slice(0, 10)]);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toMatch(/^Bridge 2 \(2 versions\)$/mu);
    expect(shown.out).toMatch(/^wording {2}Ada Berg: .*\[-May-\]\{\+July\+\}/mu);
    const [change] = JSON.parse((await run(['diff', id, '--json'])).out) as { differences: { text: string; statements: { kind: string }[] } }[]; // prettier-ignore
    expect(change?.differences).toMatchObject({ text: 'material', statements: [{ kind: 'changed' }] });
    expect(await run(['diff', 'ffffffff'])).toMatchObject({ code: 1 });
  });

  it('reads again what this engine has not read, once', async () => {
    expect((await run(['reread', '--engine', 'rules'])).out).toMatch(/^0 versions read again/u);
    expect((await run(['reread', '--engine', 'model'])).out).toMatch(/^4 versions read again: /mu);
    expect((await run(['reread', '--engine', 'model'])).out).toMatch(/^0 versions read again/u);
  });
});
