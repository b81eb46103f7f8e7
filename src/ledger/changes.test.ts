import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../terms/record.js';
import { openLedger, type Ledger } from './ledger.js';
import { testPlaces, testServer } from './test-places.js';

type Position = LedgerRecord['positions'][number];

/** An article of a day in which Marek Toval takes these stances on joining the Compact. */
function told(day: string, ...stances: Position['stance'][]): LedgerRecord {
  const text = 'Toval spoke of the Compact.';
  return {
    article: { url: `https://courier.example/${day}`, outlet: 'Courier', title: day, authors: [], published: day, language: 'en', text },
    statements: [{ kind: 'indirect', source: [[0, 5]], cue: [[6, 14]], content: [[15, 26]], cueLemma: 'speak', speaker: { mention: 'Toval', entity: 'Marek Toval', type: 'person', role: null }, medium: null, relay: null, act: 'assert', edits: [], about: [] }],
    positions: stances.map((stance) => ({ holder: 'Marek Toval', stance, proposition: { relation: 'join', subject: 'Ilmaria', object: 'Compact' }, statement: 0, evidence: [15, 26] })),
    relations: [], designations: [],
  }; // prettier-ignore
}

for (const [name, place] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(
    `changes of position on ${name} (PostgreSQL needs ONRECORD_TEST_POSTGRES)`,
    () => {
      let ledger: Ledger;
      let remove: () => Promise<void>;

      beforeAll(async () => {
        const made = await place();
        remove = made.remove;
        ledger = await openLedger(made.location);
        await ledger.store(told('2024-09-14', 'for', 'open'), { engine: 'test/1' });
        await ledger.store(told('2024-02-05', 'not-now'), { engine: 'test/1' });
        await ledger.store(told('2024-03-05', 'not-now'), { engine: 'test/1' });
      });
      afterAll(async () => {
        await ledger.close();
        await remove();
      });

      it('puts both statements side by side, by day of publication; what one article holds is no change', async () => {
        const [change, ...more] = await ledger.changes({ holder: 'toval', about: 'join' });
        expect(more).toEqual([]);
        expect(change).toMatchObject({
          holder: 'Marek Toval',
          relation: 'join',
          before: { stance: 'not-now', day: '2024-03-05', words: 'the Compact', outlet: 'Courier' },
          after: { stance: 'for', day: '2024-09-14' },
        });
        expect(change?.after.statementId).not.toBe(change?.before.statementId);
      });

      it('keeps to its filter', async () => {
        expect(await ledger.changes({ asOf: '2024-08-01' })).toEqual([]);
        expect(await ledger.changes({ about: 'leave' })).toEqual([]);
      });
    },
  );
}
