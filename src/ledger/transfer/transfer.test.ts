import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../../terms/record.js';
import { connect, type Connection } from '../database.js';
import { DumpRefusedError } from '../error.js';
import { accounts, audit, setAccount } from '../people.js';
import { statements } from '../search/search.js';
import { store } from '../store.js';
import { testPlaces, testServer } from '../test-places.js';
import { verify } from '../verify.js';
import { dump, manifestOf, type Manifest } from './dump.js';
import { linesOf } from './lines.js';
import { load } from './load.js';

const text = 'Drovia said it may join “the Union” 🦊 by May.';
const record = (n: number, act: 'assert' | 'promise' = 'assert'): LedgerRecord => ({
  article: { url: `https://courier.example/${n}`, outlet: `O'Courier "\\n`, title: null, authors: ['É. Writer'], published: '2024-05-02T10:00:00+02:00', language: 'en', text },
  statements: [{ kind: 'mixed', source: [[0, 6]], cue: [[7, 11]], content: [[12, 46]], cueLemma: 'say', speaker: { mention: 'Drovia', entity: 'Drovia', type: 'place', role: null, confidence: 0.7 }, medium: null, relay: null, act, edits: [], about: ['Union'], confidence: 1 / 3 }],
  positions: [{ holder: 'Drovia', stance: 'open', proposition: { relation: 'join', subject: 'Drovia', object: 'Union' }, statement: 0 }],
  relations: [],
  designations: [],
}); // prettier-ignore

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function ledgerOn(engine: keyof typeof testPlaces): Promise<Connection> {
  const { location, remove } = await testPlaces[engine]();
  const connection = await connect(location);
  opened.push(async () => {
    await connection.close();
    await remove();
  });
  return connection;
}

/** Articles with bytes of every value, several versions and runs, and readings that go back to an older one. */
async function fill({ db }: Connection): Promise<void> {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let n = 0; n < 60; n++) {
    const page = { bytes, location: `${n}.html`, headers: { etag: '"x"' }, fetchedAt: new Date(12_345 + n) };
    await store(db, record(n), { engine: 'test/1', page }, new Date(1_000_000 + n));
  }
  await store(db, record(7, 'promise'), { engine: 'test/2' }, new Date(2_000_000));
  await store(db, record(7), { engine: 'test/1' }, new Date(3_000_000));
}

async function linesFrom({ db }: Connection): Promise<string[]> {
  const lines = [];
  for await (const line of dump(db)) lines.push(JSON.stringify(line));
  return lines;
}

async function* stream(lines: readonly string[]) {
  // Cut anywhere, also inside a character.
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  for (let at = 0; at < bytes.length; at += 1013) yield await Promise.resolve(bytes.subarray(at, at + 1013));
}

const into = ({ db }: Connection, lines: readonly string[]) => load(db, linesOf(stream(lines)));

const all = (connection: Connection): Promise<Manifest> => manifestOf(connection.db);

// The limits are for what hangs: a busy machine takes ten times as long as an idle one.
const timeout = 300_000;

describe.skipIf(testServer === undefined)(
  'a ledger that moves (needs ONRECORD_TEST_POSTGRES)',
  { timeout },
  () => {
    it('goes from embedded to a server and back without loss', async () => {
      const here = await ledgerOn('embedded');
      await fill(here);
      const server = await ledgerOn('PostgreSQL');
      const back = await ledgerOn('embedded');
      expect(await into(server, await linesFrom(here))).toMatchObject({ present: 0, identical: true });
      expect(await into(back, await linesFrom(server))).toMatchObject({ present: 0, identical: true });
      expect(await all(back)).toEqual(await all(here));
      expect((await all(back))['source_page']?.rows).toBe(60);
      const readings = sql`select article_id, seq::text, run_id, recorded_at from reading order by seq`;
      expect((await readings.execute(back.db)).rows).toEqual((await readings.execute(here.db)).rows);
      for await (const { finding } of verify(back.db)) expect(finding).toBeNull();
      // What is stored next comes after what was loaded.
      await store(back.db, record(7, 'promise'), { engine: 'test/2' }, new Date(4_000_000));
      const { rows } = await sql<{ engine: string }>`
      select engine from newest_reading join run using (article_id, run_id) order by newest_reading.recorded_at desc limit 1`.execute(
        back.db,
      );
      expect(rows).toEqual([{ engine: 'test/2' }]);
    });
  },
);

for (const [name] of Object.entries(testPlaces)) {
  const engine = name as keyof typeof testPlaces;
  describe.skipIf(engine === 'PostgreSQL' && testServer === undefined)(
    `loading a dump on ${engine} (PostgreSQL needs ONRECORD_TEST_POSTGRES)`,
    { timeout },
    () => {
      it('adds nothing the second time, goes on after a cut, and refuses what was changed', async () => {
        const from = await ledgerOn(engine);
        await fill(from);
        const lines = await linesFrom(from);
        const total = lines.length - 2;

        const to = await ledgerOn(engine);
        const cut = lines.slice(0, 250);
        await expect(into(to, cut)).rejects.toThrow(/cut off/);
        const rest = await into(to, lines);
        expect(rest.added + rest.present).toBe(total);
        expect(rest).toMatchObject({ identical: true });
        expect(rest.present).toBeGreaterThan(100);
        expect(await into(to, lines)).toEqual({ added: 0, present: total, identical: true });

        const fresh = await ledgerOn(engine);
        const changed = lines.map((line) => line.replace('"mixed"', '"direct"'));
        await expect(into(fresh, changed)).rejects.toThrow(/rows of run are not those of its manifest/);
      });

      it('joins a ledger that holds other articles, and newer readings of the same', async () => {
        const from = await ledgerOn(engine);
        await fill(from);
        const to = await ledgerOn(engine);
        await store(to.db, record(500), { engine: 'test/1' }, new Date(1));
        await store(to.db, record(3, 'promise'), { engine: 'test/2' }, new Date(9_000_000));
        const { identical } = await into(to, await linesFrom(from));
        expect(identical).toBe(false);
        expect((await all(to))['article']?.rows).toBe(61);
        const { rows } = await sql<{ engine: string }>`
          select engine from newest_reading r join run using (article_id, run_id)
          join article_version v on (v.article_id, v.version_id) = (r.article_id, r.version_id)
          where url like '%/3' or url like '%/7' order by url`.execute(to.db);
        expect(rows.map((row) => row.engine)).toEqual(['test/2', 'test/1']);
        const found = (await statements(to.db, null, { limit: 100 })).rows;
        expect(found).toHaveLength(61);
        expect(found.find(({ article }) => article.url?.endsWith('/3'))?.act).toBe('promise');
      });

      it('refuses what is no dump, or a newer one, and says where', async () => {
        const to = await ledgerOn(engine);
        for (const [lines, reason] of [
        [[], /it is empty/],
        [['no json'], /line 1: it is not JSON/],
        [['{"onrecord":"feed"}'], /not the first line of a ledger/],
        [['{"onrecord":"ledger","version":1,"tables":{"future":["x"]}}'], /newer version.*future/],
        [['{"onrecord":"ledger","version":1,"tables":{"article":["article_id","x\\"; drop table run; --"]}}'], /newer version/],
        [['{"onrecord":"ledger","version":1,"tables":{"article":["article_id"]}}', '{"table":"run","row":{}}'], /line 2: table run is not in/],
        [['{"onrecord":"ledger","version":1,"tables":{"article":["article_id","recorded_at"]}}', '{"table":"article","row":{"article_id":"a"}}', '{"manifest":{}}'], /cannot be stored/],
        ] as const) {
          const refused = into(to, lines);
          await expect(refused).rejects.toThrow(DumpRefusedError);
          await expect(refused).rejects.toThrow(reason);
        }
      }); // prettier-ignore
    },
  );
}

it('leaves accounts and the audit log out unless they are asked for', async () => {
  const { db } = await ledgerOn('embedded');
  await setAccount(db, 'ada', 'editor', '$argon2id$secret', new Date());
  await audit(db, { who: 'ada', client: '::1', action: 'sign in', subject: null, detail: null }, new Date());
  const text = async (options: { accounts: boolean }) => {
    const lines = [];
    for await (const line of dump(db, options)) lines.push(JSON.stringify(line));
    return lines.join('\n');
  };
  expect(await text({ accounts: false })).not.toMatch(/argon2id|audit|account_event/u);
  const whole = await text({ accounts: true });
  expect(whole).toContain('$argon2id$secret');
  const other = await ledgerOn('embedded');
  const loaded = await load(other.db, linesOf((async function* () { yield await Promise.resolve(Buffer.from(whole)); })())); // prettier-ignore
  expect(loaded.identical).toBe(true);
  expect(await accounts(other.db)).toMatchObject([{ name: 'ada', role: 'editor' }]);
}, 300_000);
