import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../terms/record.js';
import { LedgerInUseError, LedgerUnusableError, RecordRefusedError } from './error.js';
import { openLedger, type Ledger } from './ledger.js';
import { testPlaces, testServer } from './test-places.js';

const text = 'The minister said the road “will open in May [next year]”.\n\nA clerk denied it.';

function record(
  change: Partial<LedgerRecord['article']> = {},
  first: Partial<LedgerRecord['statements'][number]> = {},
): LedgerRecord {
  return {
    article: { url: 'https://courier.example/1', outlet: 'Courier', title: 'Road to open', authors: ['A. Writer'], published: '2024-05-02', language: 'en', text, ...change },
    statements: [
      { kind: 'mixed', source: [[0, 12]], cue: [[13, 17]], content: [[18, 57]], cueLemma: 'say', speaker: { mention: 'The minister', entity: 'Jonas Bredik', type: 'person', role: 'minister', confidence: 0.9 }, medium: null, relay: null, act: 'announce', edits: [{ kind: 'insertion', span: [44, 55] }], about: [], confidence: 0.8, ...first },
      { kind: 'indirect', source: [[60, 67]], cue: [[68, 74]], content: [[75, 77]], cueLemma: 'deny', speaker: { mention: 'A clerk', entity: null, type: 'unnamed', role: null }, medium: null, relay: null, act: 'deny', edits: [], about: [] },
    ],
    positions: [], relations: [], designations: [],
  }; // prettier-ignore
}

const by = { engine: 'test/1' };

for (const [name, place] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(
    `ledger on ${name} (PostgreSQL needs ONRECORD_TEST_POSTGRES)`,
    () => {
      let ledger: Ledger;
      let location: string;
      let remove: () => Promise<void>;
      let minute = 0;
      const clock = () => new Date(Date.UTC(2024, 5, 1, 0, minute++));

      beforeAll(async () => {
        ({ location, remove } = await place());
        ledger = await openLedger(location, clock);
      });
      afterAll(async () => {
        await ledger.close();
        await remove();
      });

      it('is empty when new', async () => {
        expect(await ledger.summary()).toEqual({
          articles: 0,
          versions: 0,
          statements: 0,
          speakers: 0,
          outlets: 0,
          newest: null,
        });
        expect(await ledger.statements({})).toEqual({ rows: [], next: null });
        expect(await ledger.statement('abcdef123456')).toBeNull();
        expect(await ledger.article('abcdef1234567890')).toBeNull();
      });

      it('stores a record once, however often it is read', async () => {
        const page = { bytes: Buffer.from('<p>'), location: 'a.html', fetchedAt: new Date(0) };
        const first = await ledger.store(record(), { ...by, page });
        const again = await ledger.store(record(), { ...by, page });
        expect([first.outcome, again.outcome]).toEqual(['new', 'unchanged']);
        expect(again.statementIds).toEqual(first.statementIds);
        expect(await ledger.summary()).toEqual({
          articles: 1,
          versions: 1,
          statements: 2,
          speakers: 1,
          outlets: 1,
          newest: '2024-05-02',
        });
      });

      it('gives each statement with its exact words, cue and place', async () => {
        const { rows } = await ledger.statements({});
        expect(rows.map((row) => [row.speaker.entity, row.cueText, row.contentTexts])).toEqual([
          ['Jonas Bredik', 'said', ['the road “will open in May [next year]”']],
          [null, 'denied', ['it']],
        ]);
        const view = await ledger.statement(rows[0]!.id.slice(0, 8));
        expect(view?.text).toBe(text);
        expect(view?.statement).toEqual(rows[0]);
      });

      it('searches words, phrases and exclusions, and filters', async () => {
        const found = async (filter: Parameters<Ledger['statements']>[0]) =>
          (await ledger.statements(filter)).rows.length;
        expect(await found({ words: 'opening' })).toBe(1);
        expect(await found({ words: '"open in May"' })).toBe(1);
        expect(await found({ words: 'road -may' })).toBe(0);
        expect(await found({ speaker: 'bredik' })).toBe(1);
        expect(await found({ speaker: '%' })).toBe(0);
        expect(await found({ from: '2024-05-02', to: '2024-05-02' })).toBe(2);
        expect(await found({ from: '2024-05-03' })).toBe(0);
        expect(await found({ kind: 'indirect' })).toBe(1);
        expect(await found({ minConfidence: 0.9 })).toBe(1);
      });

      it('keeps a changed article beside the old one, and shows the new', async () => {
        const before = (await ledger.statements({})).rows[0]!;
        const changed = text.replace('in May', 'in Nov');
        const { outcome, articleId } = await ledger.store(record({ text: changed }), by);
        expect(outcome).toBe('changed');
        const view = await ledger.article(articleId);
        expect(view?.versions).toHaveLength(2);
        expect(view?.article.text).toBe(changed);
        expect(view?.statements[0]?.contentTexts).toEqual(['the road “will open in Nov [next year]”']);
        expect((await ledger.statement(before.id))?.text).toBe(text);
        expect((await ledger.summary()).statements).toBe(2);
      });

      it('shows the old version again when the outlet goes back to it', async () => {
        const { outcome, articleId } = await ledger.store(record(), by);
        expect(outcome).toBe('changed');
        const view = await ledger.article(articleId);
        expect(view?.article.text).toBe(text);
        expect(view?.versions).toHaveLength(2);
      });

      it('keeps what a newer engine finds beside what the older found, with the same ids', async () => {
        const before = (await ledger.statements({})).rows.map((row) => row.id);
        expect((await ledger.store(record({}, { act: 'promise' }), { engine: 'test/2' })).outcome).toBe(
          'changed',
        );
        const after = await ledger.statements({});
        expect(after.rows.map((row) => row.id)).toEqual(before);
        expect(after.rows[0]?.act).toBe('promise');
      });

      it('pages stably through what it lists', async () => {
        for (let i = 0; i < 5; i++)
          await ledger.store(
            record({ url: `https://courier.example/p${i}`, published: `2024-04-0${i + 1}` }),
            by,
          );
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await ledger.statements({ limit: 5, cursor });
          seen.push(...page.rows.map((row) => row.id));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(seen).toHaveLength(12);
        expect(new Set(seen).size).toBe(12);
        expect((await ledger.articles({ limit: 4 })).next).not.toBeNull();
        expect((await ledger.statements({ cursor: 'no cursor of ours' })).rows).toHaveLength(12);
        expect(await ledger.outlets()).toEqual([{ name: 'Courier', statements: 12 }]);
      });

      it('exports every record as it was stored', async () => {
        const out = [];
        for await (const stored of ledger.records()) out.push(stored.record);
        expect(out).toHaveLength(6);
        expect(out.filter((r) => r.article.url === 'https://courier.example/p1')).toEqual([
          record({ url: 'https://courier.example/p1', published: '2024-04-02' }),
        ]);
      });

      it('tells positions, recognition as of a day and names, of the newest reading alone', async () => {
        const claims: Partial<LedgerRecord> = {
          positions: [{ holder: 'Jonas Bredik', stance: 'not-now', proposition: { relation: 'join', subject: 'Drovia', object: 'Union' }, statement: 0, evidence: [18, 26] }],
          relations: [{ relation: 'recognize', subject: 'Drovia', object: 'Ilmaria', over: null, polarity: 'negated', voice: 1, span: [75, 77] }],
          designations: [{ entity: 'Ilmaria', label: 'the road', marks: ['road'], voice: 'outlet', spans: [[18, 26]] }],
        }; // prettier-ignore
        const other = record({ url: 'https://courier.example/claims' });
        const { statementIds } = await ledger.store({ ...other, ...claims }, by);
        expect(await ledger.positions({ about: 'union JOIN', holder: 'bredik' })).toMatchObject([
          { stance: 'not-now', words: 'the road', day: '2024-05-02', statementId: statementIds[0] },
        ]);
        expect(await ledger.positions({ about: 'leave' })).toEqual([]);
        expect(await ledger.recognition('ilmaria', '2024-05-02')).toMatchObject([
          { subject: 'Drovia', polarity: 'negated', words: 'it', statementId: statementIds[1] },
        ]);
        expect(await ledger.recognition('ilmaria', '2024-05-01')).toEqual([]);
        expect(await ledger.naming('Ilmaria')).toMatchObject([
          { label: 'the road', marks: ['road'], times: 1 },
        ]);
        await ledger.store(other, { engine: 'test/2' });
        expect(await ledger.positions({})).toEqual([]);
      });

      it('takes hostile strings as strings', async () => {
        const evil = `'; drop table statement; -- "><script>`;
        await ledger.store(record({ url: evil, outlet: evil, title: evil, published: 'yesterday' }), by);
        expect((await ledger.statements({ outlet: evil })).rows).toHaveLength(2);
        expect((await ledger.statements({ words: `\0${evil}\ud800`, speaker: '\0\\' })).rows).toHaveLength(0);
        expect(await ledger.statement(`%' or true --`)).toBeNull();
      });

      it('refuses a record whose spans are not slices of its text, and stores nothing of it', async () => {
        const before = await ledger.summary();
        await expect(ledger.store(record({ url: 'x' }, { cue: [[13, 18]] }), by)).rejects.toThrow(
          RecordRefusedError,
        );
        await expect(ledger.store(record({ url: 'x' }, { cue: [[13, 1800]] }), by)).rejects.toThrow(
          /ends at 1800/,
        );
        await expect(ledger.store(record({ url: 'x', text: `${text}\0` }), by)).rejects.toThrow(/NUL/);
        expect(await ledger.summary()).toEqual(before);
      });

      it('holds everything after it is closed and opened again', async () => {
        const before = await ledger.summary();
        await ledger.close();
        ledger = await openLedger(location, clock);
        expect(await ledger.summary()).toEqual(before);
      });
    },
  );
}

describe('opening', () => {
  it('says who holds an embedded ledger that is in use', async () => {
    const { location, remove } = await testPlaces.embedded();
    const ledger = await openLedger(location);
    const refused = openLedger(location);
    await expect(refused).rejects.toThrow(LedgerInUseError);
    await expect(refused).rejects.toThrow(`process ${process.pid} since`);
    await ledger.close();
    await (await openLedger(location)).close();
    await remove();
  });

  it('says that a file is no ledger, and that a server is out of reach, without its password', async () => {
    await expect(openLedger(new URL(import.meta.url).pathname)).rejects.toThrow(/it is a file/);
    const unreachable = openLedger('postgres://me:secret@127.0.0.1:1/none');
    await expect(unreachable).rejects.toThrow(LedgerUnusableError);
    await expect(unreachable).rejects.not.toThrow(/secret/);
  });
});
