import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseFeed } from 'feedsmith';
import { createTransport } from 'nodemailer';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openLedger,
  type Alert,
  type Ledger,
  type PositionRow,
  type EditedVersion,
  type StoredFiring,
  type WordUse,
} from '../ledger/ledger.js';
import { testPlaces, testServer } from '../ledger/test-places.js';
import { createPost, RefusedAddressError } from '../read/fetch.js';
import type { LedgerRecord } from '../terms/record.js';
import { checkAlerts } from './check.js';
import { materialEdits, positionChanges, wordChanges } from './conditions.js';
import { deliverAlerts, due, type Senders } from './deliver.js';
import { feedOf } from './feed.js'; // prettier-ignore

const evil = '"><svg onload=alert(1)>';

function record(n: number, stance: 'for' | 'against', label: string, words = 'the bridge is safe'): LedgerRecord {
  const text = `Jonas Bredik said ${words}. Here it is called ${label}.`;
  const end = 18 + words.length;
  const at = text.indexOf(label, end);
  return {
    article: { url: `https://courier.example/${n}`, outlet: 'Courier', title: `Bridge ${n}`, authors: [], published: `2024-05-0${n}`, language: 'en', text },
    statements: [{ kind: 'indirect', source: [[0, 12]], cue: [[13, 17]], content: [[18, end]], cueLemma: 'say', speaker: { mention: 'Jonas Bredik', entity: 'Jonas Bredik', type: 'person', role: null }, medium: null, relay: null, act: 'assert', edits: [], about: [] }],
    positions: [{ holder: 'Jonas Bredik', stance, proposition: { relation: 'join', subject: 'Drovia', object: 'Union' }, statement: 0, evidence: [18, end] }],
    relations: [],
    designations: [{ entity: 'Ilmaria', label, marks: [], voice: 'outlet', spans: [[at, at + label.length]] }],
  };
} // prettier-ignore

describe('conditions', () => {
  const row = (day: string, stance: string, holder = 'Jonas Bredik'): PositionRow => ({ articleId: 'a', title: null, outlet: 'Courier', day, statementId: `s${day}`, speaker: holder, words: `w${day}`, holder, stance, relation: 'join', subject: 'Drovia', object: 'Union' }); // prettier-ignore

  it('a position changes when one holder takes another stance on one thing', () => {
    const rows = [row('1', 'for'), row('2', 'against', 'Tomas Vell'), row('3', 'for'), row('4', 'not-now')];
    const found = positionChanges(rows);
    expect(found.map(({ statementId }) => statementId)).toEqual(['s4']);
    expect(found[0]!.why).toBe('for on 3 (Courier: “w3”), not-now on 4 (Courier: “w4”).');
  });

  it('an outlet changes its word when it writes one that it never wrote before', () => {
    const use = (articleId: string, label: string, day: string, outlet = 'Courier'): WordUse => ({ outlet, label, articleId, title: null, day, recordedAt: new Date(`2024-05-0${day}`) }); // prettier-ignore
    const uses = [use('a', 'republic', '1'), use('a', 'region', '1'), use('b', 'region', '2'), use('c', 'regime', '3'), use('d', 'regime', '4'), use('e', 'republic', '5'), use('f', 'land', '6', 'Wire')]; // prettier-ignore
    expect(wordChanges(uses, new Date('2024-05-02')).map(({ title }) => title)).toEqual(['Courier writes “regime”']); // prettier-ignore
    expect(wordChanges(uses, new Date('2024-05-04'))).toEqual([]);
  });

  it('an edit is material when reported words come or go, or the headline changes', () => {
    const version = (minute: number, words: string, { title = 'Road', engine = 'test/1' } = {}): EditedVersion => {
      const made = record(1, 'for', 'a republic', words);
      return { articleId: 'a', recordedAt: new Date(minute * 60_000), engine, record: { ...made, article: { ...made.article, title } } };
    };
    const since = new Date(0);
    const old = version(1, 'it opens, in May');
    expect(materialEdits([old, version(2, 'it opens in May')], since, {})).toEqual([]);
    const edited = version(2, 'it opens in June');
    expect(materialEdits([old, edited], since, {})[0]?.why).toBe('Gone: “it opens, in May”. New: “it opens in June”.');
    expect(materialEdits([old, edited], since, { speaker: 'vell' })).toEqual([]);
    expect(materialEdits([old, edited], since, { speaker: 'bredik' })).toHaveLength(1);
    expect(materialEdits([old, edited], since, { outlet: 'wire' })).toEqual([]);
    expect(materialEdits([old, edited], new Date(180_000), {})).toEqual([]);
    expect(materialEdits([old, version(2, 'it opens, in May', { title: 'Bridge' })], since, {})[0]?.why).toBe('The headline was “Road”.');
  }); // prettier-ignore

  it('an edit is material when an outlet names a thing otherwise, and none where another engine reads the same text', () => {
    const version = (minute: number, label: string, engine = 'test/1'): EditedVersion => ({ articleId: 'a', recordedAt: new Date(minute * 60_000), engine, record: record(1, 'for', label) });
    const found = materialEdits([version(1, 'a republic'), version(2, 'a breakaway region')], new Date(0), {});
    expect(found[0]?.why).toBe('Ilmaria was “a republic”, now “a breakaway region”.');
    const again = version(2, 'a republic', 'test/2');
    const deaf = { ...again, record: { ...again.record, statements: [], positions: [] } };
    expect(materialEdits([version(1, 'a republic'), deaf], new Date(0), {})).toEqual([]);
  }); // prettier-ignore
});

const alert: Alert = { id: 'f'.repeat(16), name: `Bridge ${evil}`, conditions: ['new-statement'], query: {}, webhook: 'https://hook.example/', secret: `whsec_${Buffer.alloc(24, 7).toString('base64')}`, email: null, digest: false, createdAt: new Date(0), checkedAt: null }; // prettier-ignore
const firing = (key: string): StoredFiring => ({ key, condition: 'new-statement', title: `Title ${evil}`, why: `Why ${evil}`, articleId: 'a'.repeat(16), statementId: 'b'.repeat(16), firedAt: new Date('2024-05-01T10:00:00Z') }); // prettier-ignore

describe('feeds', () => {
  it.each(['rss', 'atom', 'json'] as const)(
    '%s reads back, and nothing of a stranger is markup',
    (format) => {
      const body = feedOf(alert, [firing('k1'), firing('k2')], format, 'https://pages.example/');
      const parsed = parseFeed(body);
      expect(parsed.format).toBe(format);
      const items = (parsed.feed as { items?: unknown[]; entries?: unknown[] }).items ?? (parsed.feed as { entries: unknown[] }).entries; // prettier-ignore
      expect(items).toHaveLength(2);
      expect(JSON.stringify(items)).toContain(`https://pages.example/statements/${'b'.repeat(16)}`);
      if (format === 'rss') expect(body).not.toContain('<svg');
      if (format === 'atom') expect(body.replace(/<!\[CDATA\[.*?\]\]>/gsu, '')).not.toMatch(/<svg|type="x?html/u); // prettier-ignore
      expect(parseFeed(feedOf(alert, [], format, 'https://pages.example/')).format).toBe(format);
    },
  );
});

describe('what is due', () => {
  const at = (minutes: number) => new Date(Date.UTC(2024, 4, 1) + minutes * 60_000);
  const failed = (minutes: number, deliveryId = 'm') => ({ channel: 'webhook' as const, deliveryId, keys: ['k1'], delivered: false, reason: 'no', attemptedAt: at(minutes) }); // prettier-ignore

  it('a failed message is tried again later and later, with the same content, then given up', () => {
    const firings = [firing('k2'), firing('k1')];
    expect(due(alert, firings, [failed(0)], at(0.5))).toBeNull();
    expect(due(alert, firings, [failed(0)], at(1))).toMatchObject({ deliveryId: 'm', firings: [{ key: 'k1' }] }); // prettier-ignore
    expect(due(alert, firings, [failed(0), failed(1)], at(5))).toBeNull();
    const all = [0, 1, 6, 36, 156, 456, 1056].map((minutes) => failed(minutes));
    expect(due(alert, firings, all, at(5000))).toMatchObject({ firings: [{ key: 'k2' }] });
  });

  it('a digest waits for a day', () => {
    const digest = { ...alert, digest: true };
    const sent = [{ ...failed(0), delivered: true }];
    expect(due(digest, [firing('k2')], sent, at(60))).toBeNull();
    expect(due(digest, [firing('k2')], sent, at(24 * 60))?.firings).toHaveLength(1);
    expect(due(digest, [firing('k1')], sent, at(24 * 60))).toBeNull();
  });
});

it('posts to public addresses alone, and takes a redirect for a refusal', async () => {
  const server = createHttpServer((request, response) => {
    response.writeHead(request.url === '/moved' ? 302 : 204, { location: '/' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(createPost()(base, '{}', {})).rejects.toThrow(RefusedAddressError);
  const post = createPost({ isAllowed: () => true });
  await post(base, '{}', {});
  await expect(post(`${base}/moved`, '{}', {})).rejects.toThrow('302');
  await new Promise((resolve) => server.close(resolve));
});

for (const [name, place] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(`alerts on ${name}`, () => {
    let ledger: Ledger;
    let remove: () => Promise<void>;
    let minute = 0;
    beforeAll(async () => {
      const { location, remove: away } = await place();
      remove = away;
      ledger = await openLedger(location, () => new Date(Date.UTC(2024, 5, 1, 0, minute++)));
    });
    afterAll(async () => {
      await ledger.close();
      await remove();
    });

    it('tells what is new once, with the reason; not what was there, nor what a newer engine has again', async () => {
      await ledger.store(record(1, 'for', 'a republic'), { engine: 'test/1' });
      const id = await ledger.alerts.add({ ...alert, email: 'desk@courier.example', conditions: ['new-statement', 'position-changed', 'word-changed', 'article-edited'], query: { speaker: 'Bredik', entity: 'Union' } }); // prettier-ignore
      const naming = await ledger.alerts.add({ ...alert, name: 'Naming', webhook: null, secret: null, conditions: ['word-changed'], query: { entity: 'Ilmaria' } }); // prettier-ignore
      expect((await checkAlerts(ledger)).map(({ fresh }) => fresh)).toEqual([0, 0]);

      await ledger.store(record(1, 'for', 'a republic'), { engine: 'test/2' });
      expect((await checkAlerts(ledger)).map(({ fresh }) => fresh)).toEqual([0, 0]);

      await ledger.store(record(2, 'against', 'a breakaway region'), { engine: 'test/2' });
      await ledger.store(record(1, 'for', 'a republic', 'the bridge is closed'), { engine: 'test/2' });
      expect((await checkAlerts(ledger)).map(({ fresh }) => fresh)).toEqual([4, 1]);
      expect((await checkAlerts(ledger)).map(({ fresh }) => fresh)).toEqual([0, 0]);
      const found = await ledger.alerts.firings(id, 10);
      expect(found.map(({ condition }) => condition).sort()).toEqual(['article-edited', 'new-statement', 'new-statement', 'position-changed']); // prettier-ignore
      expect(found.find(({ condition }) => condition === 'position-changed')?.why).toContain('for on 2024-05-01'); // prettier-ignore
      expect(found.find(({ condition }) => condition === 'article-edited')?.why).toContain('Gone: “the bridge is safe”. New: “the bridge is closed”.'); // prettier-ignore
      expect((await ledger.alerts.firings(naming, 10))[0]?.title).toBe('Courier writes “a breakaway region”');
    });

    it('sends signed webhooks and plain mails, each once, and tries again what failed', async () => {
      const posts: { body: string; headers: Readonly<Record<string, string>> }[] = [];
      const mails: string[] = [];
      const transport = createTransport({ streamTransport: true, buffer: true }, { from: 'onrecord@localhost' }); // prettier-ignore
      let isDown = true;
      const senders: Senders = {
        post: (_, body, headers) => {
          if (isDown) return Promise.reject(new Error('down'));
          posts.push({ body, headers });
          return Promise.resolve();
        },
        mail: async (message) => {
          const { message: bytes } = (await transport.sendMail(message)) as unknown as { message: Buffer };
          mails.push(bytes.toString('utf8'));
        },
        base: 'https://pages.example/',
      };
      const first = await deliverAlerts(ledger, senders, new Date());
      expect(first).toMatchObject({ sent: 1, failed: [{ channel: 'webhook', reason: 'down' }] });
      expect(mails[0]).toContain('To: desk@courier.example');
      expect(mails[0]).toContain('https://pages.example/statements/');
      isDown = false;
      const now = new Date();
      expect(await deliverAlerts(ledger, senders, now)).toEqual({ sent: 1, failed: [] });
      const [{ body, headers }] = posts as [(typeof posts)[0]];
      const told = new Webhook(alert.secret!).verify(body, headers) as { data: { firings: unknown[] } };
      expect(told.data.firings).toHaveLength(4);
      expect(() => new Webhook(alert.secret!).verify(`${body} `, headers)).toThrow();
      expect(await deliverAlerts(ledger, senders, now)).toEqual({ sent: 0, failed: [] });
    });

    it('is silent once ended', async () => {
      for (const { id } of await ledger.alerts.active()) await ledger.alerts.end(id);
      expect(await checkAlerts(ledger)).toEqual([]);
    });
  });
}
