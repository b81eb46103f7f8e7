import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../terms/record.js';
import { openLedger, type Ledger } from './ledger.js';
import { testPlaces, testServer } from './test-places.js';

/** One article that tells what Drovia thinks of Ilmaria, in the words of the day. */
function told(stance: 'for' | 'against', word: string): LedgerRecord {
  const text = `Drovia said it ${word} Ilmaria.`;
  const end = text.length - 1;
  return {
    article: { url: 'https://courier.example/drovia', outlet: 'Courier', title: 'Drovia', authors: [], published: '2024-05-02', language: 'en', text },
    statements: [{ kind: 'indirect', source: [[0, 6]], cue: [[7, 11]], content: [[12, end]], cueLemma: 'say', speaker: { mention: 'Drovia', entity: 'Drovia', type: 'place', role: null }, medium: null, relay: null, act: 'assert', edits: [], about: [] }],
    positions: [{ holder: 'Drovia', stance, proposition: { relation: 'recognize', subject: 'Drovia', object: 'Ilmaria' }, statement: 0 }],
    relations: [{ relation: 'recognize', subject: 'Drovia', object: 'Ilmaria', over: null, polarity: stance === 'for' ? 'affirmed' : 'negated', voice: 0, span: [12, end] }],
    designations: [{ entity: 'Ilmaria', label: 'Ilmaria', marks: [], voice: 'outlet', spans: [[end - 7, end]] }],
  }; // prettier-ignore
}

const at = (hour: number) => new Date(Date.UTC(2024, 5, 1, hour));

for (const [name, place] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(
    `as known on a date, on ${name} (PostgreSQL needs ONRECORD_TEST_POSTGRES)`,
    // The limit is for what hangs: a busy machine takes ten times as long as an idle one.
    { timeout: 300_000 },
    () => {
      let ledger: Ledger;
      let remove: () => Promise<void>;
      let now = at(0);
      let id = '';

      beforeAll(async () => {
        const made = await place();
        remove = made.remove;
        ledger = await openLedger(made.location, () => now);
        now = at(8);
        id = (await ledger.store(told('for', 'recognises'), { engine: 'test/1' })).articleId;
        now = at(12);
        await ledger.store(told('against', 'rejects'), { engine: 'test/1' });
      }, 300_000);
      afterAll(async () => {
        await ledger.close();
        await remove();
      });

      const views = async (asKnown?: Date) => {
        const [statement] = (await ledger.statements({ asKnown })).rows;
        const [position] = await ledger.positions({ asKnown });
        const [recognition] = await ledger.recognition('Ilmaria', undefined, asKnown);
        const view = await ledger.article(id, asKnown);
        return {
          words: statement?.contentTexts[0] ?? null,
          stance: position?.stance ?? null,
          polarity: recognition?.polarity ?? null,
          articles: (await ledger.articles({ limit: 10, asKnown })).rows.length,
          text: view?.article.text ?? null,
          versions: view?.versions.length ?? 0,
          names: (await ledger.naming('Ilmaria', asKnown)).length,
        };
      };
      const first = { words: 'it recognises Ilmaria', stance: 'for', polarity: 'affirmed', articles: 1, text: 'Drovia said it recognises Ilmaria.', versions: 1, names: 1 }; // prettier-ignore
      const second = { words: 'it rejects Ilmaria', stance: 'against', polarity: 'negated', articles: 1, text: 'Drovia said it rejects Ilmaria.', versions: 2, names: 1 }; // prettier-ignore

      it('knows nothing before the first reading', async () => {
        expect(await views(at(7))).toEqual({ words: null, stance: null, polarity: null, articles: 0, text: null, versions: 0, names: 0 }); // prettier-ignore
      });

      it('shows the first version until the second was recorded, and both instants inclusive', async () => {
        expect(await views(at(8))).toEqual(first);
        expect(await views(new Date(at(12).getTime() - 1))).toEqual(first);
        expect(await views(at(12))).toEqual(second);
        expect(await views()).toEqual(second);
      });

      it('keeps the times of one article rising where a clock runs behind', async () => {
        now = at(3);
        expect((await ledger.store(told('for', 'recognises'), { engine: 'test/1' })).outcome).toBe('changed');
        expect(await views()).toEqual({ ...first, versions: 2 });
        expect(await views(at(12))).toEqual(second);
      });
    },
  );
}
