import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SentenceEncoder } from '../../sentences/encoder.js';
import type { LedgerRecord } from '../../terms/record.js';
import { MeaningLackingError } from '../error.js';
import { openLedger, type Ledger, type SearchQuery } from '../ledger.js';
import { testPlaces, testServer } from '../test-places.js';

/** An article in which each speaker says a sentence. */
function article(n: number, told: readonly (readonly [who: string, words: string])[]): LedgerRecord {
  let text = '';
  const statements = told.map(([who, words]): LedgerRecord['statements'][number] => {
    const from = text === '' ? 0 : text.length + 2;
    text += `${text === '' ? '' : '\n\n'}${who} said ${words}.`;
    const cue = from + who.length + 1;
    return { kind: 'indirect', source: [[from, cue - 1]], cue: [[cue, cue + 4]], content: [[cue + 5, cue + 5 + words.length]], cueLemma: 'say', speaker: { mention: who, entity: who, type: 'person', role: null }, medium: null, relay: null, act: 'assert', edits: [], about: [] }; // prettier-ignore
  });
  return { article: { url: `https://wire.example/${n}`, outlet: 'Meridian Wire', title: `${n}`, authors: [], published: `2024-05-0${n}`, language: 'en', text }, statements, positions: [], relations: [], designations: [] }; // prettier-ignore
}

const school = 'pupils will have their classrooms back by September';
const gas = 'the price of gas would be raised before the autumn';
const bridge = 'the bridge to the island is safe for lorries';
const draft = 'the draft on schools is not ready';

const lacks = async (ledger: Ledger) => !(await ledger.keepsVectors());

for (const [name, place] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(`search by meaning on ${name}`, () => {
    let ledger: Ledger;
    let remove: () => Promise<void>;
    let location: string;

    beforeAll(async () => {
      const made = await place();
      ({ remove, location } = made);
      ledger = await openLedger(location, () => new Date('2024-06-01T00:00:00Z'));
      await ledger.store(article(1, [['Ada Berg', school], ['Jonas Bredik', gas]]), { engine: 'test/1' }); // prettier-ignore
      await ledger.store(article(2, [['Ada Berg', bridge], ['Nadia Orlin', draft]]), { engine: 'test/1' }); // prettier-ignore
    }, 120_000);
    afterAll(async () => {
      await ledger.close();
      await remove();
    }, 120_000);

    const found = async (query: SearchQuery) =>
      (await ledger.search(query)).rows.map(({ statement }) => statement.contentTexts[0]);
    const asked = 'the school would be rebuilt';

    it('says where the server lacks pgvector, and searches by words there', async () => {
      if (!(await lacks(ledger))) return;
      await expect(ledger.search({ words: asked, by: 'meaning' })).rejects.toThrow(MeaningLackingError);
      await expect(ledger.facets({ words: asked, by: 'both' })).rejects.toThrow(/pgvector/u);
      expect(await ledger.withoutVector()).toBeNull();
      for await (const batch of ledger.encode()) expect(batch).toBeUndefined();
      expect(await found({ words: 'pupils' })).toEqual([school]);
    });

    it('finds nothing by meaning before encoding, and then what is nearest, in other words', async () => {
      if (await lacks(ledger)) return;
      expect(await ledger.withoutVector()).toBe(4);
      expect(await found({ words: asked, by: 'meaning' })).toEqual([]);
      let encoded = 0;
      for await (const batch of ledger.encode()) encoded += batch;
      for await (const batch of ledger.encode()) encoded += batch;
      expect([encoded, await ledger.withoutVector()]).toEqual([4, 0]);
      const all = await found({ words: asked, by: 'meaning' });
      expect(all).toHaveLength(4);
      expect(all[0]).toBe(school);
      expect(await found({ words: asked })).toEqual([]);
    });

    it('filters, and excludes words, among what is near', async () => {
      if (await lacks(ledger)) return;
      expect(await found({ words: asked, by: 'meaning', speaker: 'Bredik' })).toEqual([gas]);
      expect(await found({ words: `${asked} -draft`, by: 'meaning' })).not.toContain(draft);
      expect(await found({ words: asked, by: 'meaning', from: '2024-05-02' })).not.toContain(school);
      const { speaker, statements } = await ledger.facets({ words: asked, by: 'meaning', to: '2024-05-01' });
      expect(statements).toBe(2);
      expect(speaker.map(({ value }) => value).sort()).toEqual(['Ada Berg', 'Jonas Bredik']);
    });

    it('puts first what both words and meaning find', async () => {
      if (await lacks(ledger)) return;
      const both = await found({ words: 'bridge', by: 'both' });
      expect(both[0]).toBe(bridge);
      expect(both).toHaveLength(4);
    });

    it('gives the same list page by page', async () => {
      if (await lacks(ledger)) return;
      for (const by of ['meaning', 'both'] as const) {
        const paged: unknown[] = [];
        let cursor: string | undefined;
        do {
          const page = await ledger.search({ words: asked, by, limit: 1, cursor });
          paged.push(...page.rows.map(({ statement }) => statement.contentTexts[0]));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(paged).toEqual(await found({ words: asked, by }));
      }
    });

    it('takes vectors of another encoder for none, and encodes again', async () => {
      if (await lacks(ledger)) return;
      await ledger.close();
      const one = Float32Array.from({ length: 384 }, (_, i) => (i === 0 ? 1 : 0));
      const other: SentenceEncoder = { version: 'other/1', encode: (texts) => Promise.resolve(texts.map(() => one)) }; // prettier-ignore
      ledger = await openLedger(location, undefined, other);
      expect(await found({ words: asked, by: 'meaning' })).toEqual([]);
      let encoded = 0;
      for await (const batch of ledger.encode()) encoded += batch;
      expect(encoded).toBe(4);
      expect(await found({ words: asked, by: 'meaning' })).toHaveLength(4);
    });
  });
}
