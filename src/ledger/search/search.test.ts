import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../../terms/record.js';
import { slice } from '../../terms/span.js';
import { openLedger, type Ledger, type SearchQuery } from '../ledger.js';
import { testPlaces, testServer } from '../test-places.js';

type Told = Partial<LedgerRecord['statements'][number]> & {
  readonly words: string;
  readonly who: string | null;
};

/** An article of one-sentence paragraphs, "<Name> said <words>." each. */
function article(url: string, published: string, outlet: string, told: readonly Told[], more: Partial<LedgerRecord> = {}): LedgerRecord {
  let text = '';
  const statements = told.map(({ words, who, ...rest }): LedgerRecord['statements'][number] => {
    if (text !== '') text += '\n\n';
    const from = text.length;
    const name = who ?? 'Officials';
    text += `${name} said ${words}.`;
    const cue = from + name.length + 1;
    return { kind: 'indirect', source: [[from, cue - 1]], cue: [[cue, cue + 4]], content: [[cue + 5, cue + 5 + words.length]], cueLemma: 'say', speaker: { mention: name, entity: who, type: who === null ? 'unnamed' : 'person', role: null }, medium: null, relay: null, act: 'assert', edits: [], about: [], ...rest };
  });
  return { article: { url, outlet, title: url, authors: [], published, language: 'en', text }, statements, positions: [], relations: [], designations: [], ...more };
} // prettier-ignore

const records = [
  article('https://a.example/1', '2024-05-01', 'Selmont Courier', [
    { who: 'Hélène Varga', words: 'the customs union is open to Drovia', speaker: { mention: 'Hélène Varga', entity: 'Hélène Varga', type: 'person', role: 'commissioner of the Continental Union' }, about: ['Drovia'], confidence: 0.9 },
    { who: 'Jonas Bredik', words: 'the bridge will not be opened', act: 'refuse', confidence: 0.4 },
  ], { positions: [{ holder: 'Jonas Bredik', stance: 'against', proposition: { relation: 'cooperate', subject: 'Drovia', object: 'Ilmaria' }, statement: 1 }] }),
  article('https://b.example/2', '2024-05-03', 'Meridian Wire', [
    { who: 'Jonas Bredik', words: 'Vostania recognised the republic, a union of nobody', act: 'accuse' },
    { who: null, words: 'a bridge, the bridge and only the bridge mattered in the draft' },
  ], { relations: [{ relation: 'recognize', subject: 'Vostania', object: 'Ilmaria', over: null, polarity: 'affirmed', voice: 0, span: [18, 51] }] }),
]; // prettier-ignore

for (const [name, place] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(`search on ${name}`, () => {
    let ledger: Ledger;
    let remove: () => Promise<void>;
    let now = new Date('2024-06-01T00:00:00Z');

    beforeAll(async () => {
      const made = await place();
      remove = made.remove;
      ledger = await openLedger(made.location, () => now);
      for (const record of records) await ledger.store(record, { engine: 'test/1' });
    });
    afterAll(async () => {
      await ledger.close();
      await remove();
    });

    const found = async (query: SearchQuery) =>
      (await ledger.search(query)).rows.map(({ statement }) => statement.contentTexts[0]!.slice(0, 12));
    const union = 'the customs ';
    const refusal = 'the bridge w';
    const republic = 'Vostania rec';
    const unnamed = 'a bridge, th';

    it('finds words, phrases, beginnings and alternatives, and leaves out', async () => {
      expect(await found({ words: 'unions' })).toEqual([republic, union]);
      expect(await found({ words: '"customs union"' })).toEqual([union]);
      expect(await found({ words: 'recogni*' })).toEqual([republic]);
      expect(await found({ words: 'bridge -draft' })).toEqual([refusal]);
      expect(await found({ words: 'union -"union of nobody"' })).toEqual([union]);
      expect(await found({ words: 'republic or customs' })).toEqual([republic, union]);
      expect(await found({ words: '& | !' })).toEqual([]);
    });

    it('filters by every field', async () => {
      expect(await found({ speaker: 'helene var' })).toEqual([union]);
      expect(await found({ speaker: 'officials' })).toEqual([unnamed]);
      expect(await found({ speaker: 'union' })).toEqual([]);
      expect(await found({ speaker: '%' })).toEqual([]);
      expect(await found({ role: 'commissioner' })).toEqual([union]);
      expect(await found({ outlet: 'courier' })).toEqual([union, refusal]);
      expect(await found({ entity: 'Ilmaria' })).toEqual([republic, refusal]);
      expect(await found({ act: 'refuse' })).toEqual([refusal]);
      expect(await found({ kind: 'direct' })).toEqual([]);
      expect(await found({ stance: 'against' })).toEqual([refusal]);
      expect(await found({ relation: 'recognize' })).toEqual([republic]);
      expect(await found({ relation: 'cooperate' })).toEqual([refusal]);
      expect(await found({ to: '2024-05-02' })).toEqual([union, refusal]);
      expect(await found({ from: '2024-05-02', minConfidence: 0.5 })).toEqual([republic, unnamed]);
      expect(await found({ recordedTo: '2024-05-31' })).toEqual([]);
      expect(await found({ recordedFrom: '2024-06-01', words: 'customs' })).toEqual([union]);
    });

    it('marks the words found as spans of the article, and nothing else', async () => {
      const marked = async (words: string) => {
        const { rows } = await ledger.search({ words });
        return rows.map(({ highlights, statement }) =>
          highlights.map((span) =>
            slice(records.find((r) => r.article.url === statement.article.url)!.article.text, span),
          ),
        );
      };
      expect(await marked('unions')).toEqual([['union'], ['union']]);
      expect(await marked('recogni* -customs')).toEqual([['recognised']]);
      expect((await ledger.search({ speaker: 'Varga' })).rows[0]?.highlights).toEqual([]);
    });

    it('puts what fits best first, by relevance, over all pages', async () => {
      expect(await found({ words: 'bridge', sort: 'relevance' })).toEqual([unnamed, refusal]);
      const words = 'bridge or union';
      const all = await found({ words, sort: 'relevance' });
      expect(all).toHaveLength(4);
      for (const sort of ['time', 'relevance'] as const) {
        const paged = [];
        let cursor: string | undefined;
        do {
          const page = await ledger.search({ words, sort, limit: 1, cursor });
          paged.push(...page.rows.map(({ statement }) => statement.contentTexts[0]!.slice(0, 12)));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(paged).toEqual(sort === 'time' ? await found({ words }) : all);
      }
    });

    it('counts what the statements found have in common', async () => {
      const facets = await ledger.facets({ words: 'bridge or union' });
      expect(facets).toMatchObject({
        statements: 4,
        more: false,
        speaker: [
          { value: 'Jonas Bredik', statements: 2 },
          { value: 'Hélène Varga', statements: 1 },
        ],
        outlet: [
          { value: 'Meridian Wire', statements: 2 },
          { value: 'Selmont Courier', statements: 2 },
        ],
        act: [
          { value: 'assert', statements: 2 },
          { value: 'accuse', statements: 1 },
          { value: 'refuse', statements: 1 },
        ],
        stance: [{ value: 'against', statements: 1 }],
        relation: [
          { value: 'cooperate', statements: 1 },
          { value: 'recognize', statements: 1 },
        ],
        month: [{ value: '2024-05', statements: 4 }],
      });
      expect((await ledger.facets({ outlet: 'wire' })).speaker).toEqual([{ value: 'Jonas Bredik', statements: 1 }]); // prettier-ignore
    });

    it('shows a changed article once, and the old words as known before', async () => {
      const before = now;
      now = new Date('2024-06-02T00:00:00Z');
      const told = { who: 'Hélène Varga', words: 'the customs treaty is open' };
      await ledger.store(article('https://a.example/1', '2024-05-01', 'Selmont Courier', [told]), { engine: 'test/1' }); // prettier-ignore
      expect(await found({ words: 'customs' })).toEqual([union]);
      expect(await found({ words: 'union' })).toEqual([republic]);
      expect(await found({ words: 'union', asKnown: before })).toEqual([republic, union]);
      expect((await ledger.facets({ asKnown: before })).statements).toBe(4);
      expect((await ledger.facets({})).statements).toBe(3);
    });
  });
}
