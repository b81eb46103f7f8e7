import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../../terms/record.js';
import { openLedger, type Ledger } from '../ledger.js';
import { testPlaces, testServer } from '../test-places.js';

/** An article in which one person takes a position. */
function taken(address: string, published: string, name: string, stance: 'for' | 'against'): LedgerRecord {
  const text = `${name} said Ilmaria would join the Compact.`;
  const cue = name.length + 1;
  return {
    article: { url: `https://wire.example/${address}`, outlet: 'Wire', title: address, authors: [], published, language: 'en', text },
    statements: [{ kind: 'indirect', source: [[0, name.length]], cue: [[cue, cue + 4]], content: [[cue + 5, text.length - 1]], cueLemma: 'say', speaker: { mention: name, entity: name, type: 'person', role: 'leader of Ilmaria' }, medium: null, relay: null, act: 'assert', edits: [], about: ['Ilmaria'] }],
    positions: [{ holder: name, stance, proposition: { relation: 'join', subject: 'Ilmaria', object: 'Compact' }, statement: 0 }],
    relations: [], designations: [],
  }; // prettier-ignore
}

const by = { author: 'editor', reason: 'checked' };

for (const [name, place] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(
    `whom a look-up finds on ${name}`,
    () => {
      let ledger: Ledger;
      let remove: () => Promise<void>;
      let now = Date.parse('2024-06-01T00:00:00Z');
      let second: string;

      beforeAll(async () => {
        const made = await place();
        remove = made.remove;
        ledger = await openLedger(made.location, () => new Date((now += 1000)));
        const store = (record: LedgerRecord) => ledger.store(record, { engine: 'test/1' });
        await store(taken('1', '2024-01-02', 'Marek Zhukoyev', 'for'));
        second = (await store(taken('2', '2024-02-02', 'Marek Žukoiev', 'against'))).articleId;
        await store(taken('3', '2024-03-02', 'Rina Salt', 'for'));
      });
      afterAll(async () => {
        await ledger.close();
        await remove();
      });

      /** How many statements, positions, changes and statements of the speaker's view each question gives. */
      const counts = async (asked: string, asKnown?: Date) => [
        (await ledger.statements({ speaker: asked, asKnown })).rows.length,
        (await ledger.statements({ speakerName: asked, asKnown })).rows.length,
        (await ledger.positions({ holder: asked, asKnown })).length,
        (await ledger.changes({ holder: asked, asKnown })).length,
      ];

      it('is one person under every spelling', async () => {
        expect(await counts('Marek Zhukoyev')).toEqual([2, 2, 2, 1]);
        expect(await counts('Marek Žukoiev')).toEqual([2, 2, 2, 1]);
        expect(await counts('Rina Salt')).toEqual([1, 1, 1, 0]);
        expect(await counts('%')).toEqual([0, 0, 0, 0]);
        expect(await ledger.speaker('Marek Žukoiev')).toMatchObject({
          name: 'Marek Zhukoyev',
          statements: 2,
        });
        expect(await ledger.speakers()).toEqual([
          { name: 'Marek Zhukoyev', statements: 2 },
          { name: 'Rina Salt', statements: 1 },
        ]);
      });

      it('follows merges, splits and their undoing, and what was known before', async () => {
        const [marek] = await ledger.findEntities('Marek Zhukoyev');
        const before = new Date(now);
        const event = await ledger.splitEntity(marek!, { articles: [second] }, by);
        expect(await counts('Marek Zhukoyev')).toEqual([1, 1, 1, 0]);
        expect(await counts('Marek Zhukoyev', before)).toEqual([2, 2, 2, 1]);
        await ledger.undoEntityEvent(event.id, by);
        expect((await counts('Marek Zhukoyev'))[0]).toBe(2);

        const [rina] = await ledger.findEntities('Rina Salt');
        const merged = await ledger.mergeEntities(rina!, marek!, by);
        expect((await counts('Rina Salt')).slice(0, 3)).toEqual([3, 3, 3]);
        expect(await ledger.speaker('Rina Salt')).toMatchObject({ name: 'Marek Zhukoyev', statements: 3 });
        await ledger.undoEntityEvent(merged.id, by);
        expect(await counts('Rina Salt')).toEqual([1, 1, 1, 0]);
        await ledger.renameEntity(rina!, 'Rina the Poet', by);
        expect(await counts('Rina the Poet')).toEqual([1, 1, 1, 0]);
      });

      it('finds a speaker whom only a correction tells', async () => {
        const [row] = (await ledger.statements({ speakerName: 'Rina Salt' })).rows;
        const value = { entity: 'Marek Jukoyev', type: 'person' } as const;
        await ledger.correct(row!.id, { field: 'speaker', value }, by);
        const [entity] = await ledger.findEntities('Marek Jukoyev');
        expect((await ledger.entity(entity!))?.mentions.map((m) => [m.name, m.statements])).toEqual([
          ['Marek Jukoyev', 1],
        ]);
        const [marek] = await ledger.findEntities('Marek Zhukoyev');
        if (entity !== marek) await ledger.mergeEntities(entity!, marek!, by);
        expect((await counts('Marek Zhukoyev')).slice(0, 3)).toEqual([3, 3, 3]);
      });
    },
  );
}
