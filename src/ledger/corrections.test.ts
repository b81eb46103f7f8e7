import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../terms/record.js';
import { CorrectionRefusedError } from './error.js';
import { openLedger, type Ledger } from './ledger.js';
import { testPlaces, testServer } from './test-places.js';

const text = 'Marek Toval said Ilmaria would join the Compact.';
const record: LedgerRecord = {
  article: { url: 'https://a.example/1', outlet: 'Meridian Wire', title: 'Toval', authors: [], published: '2024-05-02', language: 'en', text },
  statements: [
    { kind: 'indirect', source: [[0, 11]], cue: [[12, 16]], content: [[17, 47]], cueLemma: 'say', speaker: { mention: 'Marek Toval', entity: 'Marek Toval', type: 'person', role: 'leader' }, medium: null, relay: null, act: 'assert', edits: [], about: ['Ilmaria'] },
  ],
  positions: [{ holder: 'Marek Toval', stance: 'for', proposition: { relation: 'join', subject: 'Ilmaria', object: 'Compact' }, statement: 0 }],
  relations: [],
  designations: [],
}; // prettier-ignore
const by = { author: 'Ada', reason: 'the article says so' };

for (const [name, place] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(`corrections on ${name}`, () => {
    let ledger: Ledger;
    let remove: () => Promise<void>;
    let id: string;
    let now = Date.parse('2024-06-01T00:00:00Z');
    beforeAll(async () => {
      const made = await place();
      remove = made.remove;
      ledger = await openLedger(made.location, () => new Date((now += 1000)));
      id = (await ledger.store(record, { engine: 'test/1' })).statementIds[0]!;
    });
    afterAll(async () => {
      await ledger.close();
      await remove();
    });
    const speaker = async () => (await ledger.statement(id))!.statement.speaker;

    it('shows the corrected speaker everywhere, keeps it when re-read, and takes it back', async () => {
      const value = { entity: 'Lena Toval', type: 'person' } as const;
      const done = await ledger.correct(id, { field: 'speaker', value }, by);
      expect(await speaker()).toEqual({ mention: 'Marek Toval', entity: 'Lena Toval', type: 'person', role: null });
      expect((await ledger.speakers()).map(({ name: who }) => who)).toEqual(['Lena Toval']);
      expect((await ledger.statements({ speaker: 'lena' })).rows.map((row) => row.id)).toEqual([id]);
      expect((await ledger.statements({ speaker: 'marek' })).rows).toEqual([]);
      expect((await ledger.positions({}))[0]!.holder).toBe('Lena Toval');
      await ledger.store(record, { engine: 'test/2' });
      expect((await speaker()).entity).toBe('Lena Toval');
      expect((await ledger.statements({ speaker: 'lena' })).rows).toHaveLength(1);

      await ledger.undoCorrection(done, { author: 'Bo', reason: 'a mistake' });
      expect(await speaker()).toMatchObject({ entity: 'Marek Toval', role: 'leader' });
      expect((await ledger.statements({ speaker: 'marek' })).rows).toHaveLength(1);
      expect(await ledger.corrections(id)).toMatchObject([
        { field: 'undo', undoes: done, author: 'Bo' },
        { id: done, field: 'speaker', value, undone: true, ...by },
      ]);
      await expect(ledger.undoCorrection(done, by)).rejects.toThrow(CorrectionRefusedError);
    });

    it('corrects a kind, and an earlier correction holds again when the later is undone', async () => {
      await ledger.correct(id, { field: 'kind', value: 'mixed' }, by);
      const later = await ledger.correct(id, { field: 'kind', value: 'direct' }, by);
      expect((await ledger.statement(id))!.statement.kind).toBe('direct');
      await ledger.undoCorrection(later, by);
      expect((await ledger.statement(id))!.statement.kind).toBe('mixed');
      expect((await ledger.statements({ kind: 'mixed' })).rows).toHaveLength(1);
    });

    it('corrects a stance, and takes a position away', async () => {
      const target: [string, string, string] = ['join', 'Ilmaria', 'Compact'];
      await ledger.correct(id, { field: 'stance', target, value: 'not-now' }, by);
      expect((await ledger.positions({})).map(({ stance }) => stance)).toEqual(['not-now']);
      expect((await ledger.statements({ stance: 'not-now' })).rows).toHaveLength(1);
      const none = await ledger.correct(id, { field: 'stance', target, value: null }, by);
      expect(await ledger.positions({})).toEqual([]);
      await ledger.undoCorrection(none, by);
      expect(await ledger.positions({})).toHaveLength(1);
    });

    it.each([
      ['no statement', 'f'.repeat(16), { field: 'kind', value: 'direct' }, by],
      ['no position', null, { field: 'stance', target: ['leave', null, null], value: 'for' }, by],
      ['no reason', null, { field: 'kind', value: 'direct' }, { author: 'Ada', reason: '  ' }],
      ['no kind', null, { field: 'kind', value: 'loud' }, by],
    ])('refuses a correction with %s', async (_, given, change, whom) => {
      await expect(ledger.correct(given ?? id, change as never, whom)).rejects.toThrow(CorrectionRefusedError);
    });
  });
} // prettier-ignore
