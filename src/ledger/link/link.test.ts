import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../../terms/record.js';
import { DecisionRefusedError } from '../error.js';
import { openLedger, type Ledger } from '../ledger.js';
import { testPlaces, testServer } from '../test-places.js';

type Said = readonly [who: string | null, words: string, more?: Partial<LedgerRecord['statements'][number]>];

function article(slug: string, published: string, outlet: string, said: readonly Said[], tail = ''): LedgerRecord {
  let text = '';
  const statements = said.map(([who, words, more]): LedgerRecord['statements'][number] => {
    const name = who ?? 'Officials';
    const from = text.length === 0 ? 0 : text.length + 2;
    text += `${text === '' ? '' : '\n\n'}${name} said ${words}.`;
    const cue = from + name.length + 1;
    return { kind: 'indirect', source: [[from, cue - 1]], cue: [[cue, cue + 4]], content: [[cue + 5, cue + 5 + words.length]], cueLemma: 'say', speaker: { mention: name, entity: who, type: 'person', role: null }, medium: null, relay: null, act: 'assert', edits: [], about: [], ...more };
  });
  return { article: { url: `https://${slug}.example/`, outlet, title: slug, authors: [], published, language: 'en', text: text + tail }, statements, positions: [], relations: [], designations: [] };
} // prettier-ignore

const tail = `\n\n${'The road along the river was closed on Monday, and lorries waited at the post in two long rows while guards read every paper twice. Farmers from the lowland sold apples between the rows, and a band played for those who waited, until the rain began. '.repeat(2)}`;
const boat = 'the ferry to Lissen would sail in May only if Grodal pays for the pilots';

const records = [
  article('wire', '2024-05-01', 'Meridian Wire', [['Jonas Bredik', boat, { medium: 'Radio Selmont', speaker: { mention: 'Jonas Bredik', entity: 'Jonas Bredik', type: 'person', role: 'foreign minister' } }], [null, 'it rained']], tail),
  article('client', '2024-05-01', 'Selmont Courier', [['Jonas Bredik', boat], [null, 'it rained']], `${tail} A line of its own.`),
  article('daily', '2024-05-02', 'DrovNews24', [['Bredik', '“In May the ferry sails to Lissen,”', { cueLemma: 'vow' }]]),
  article('other-topic', '2024-05-02', 'DrovNews24', [['Jonas Bredik', 'the school in Arbeth would get a roof before winter']]),
  article('other-speaker', '2024-05-02', 'Compact Today', [['Lena Toval', boat]]),
  article('next-year', '2025-05-02', 'Compact Today', [['Jonas Bredik', boat]]),
]; // prettier-ignore

for (const [name, place] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(`linking on ${name}`, () => {
    let ledger: Ledger;
    let remove: () => Promise<void>;
    let minute = 0;
    const clock = () => new Date(Date.UTC(2025, 5, 1, 0, minute++));
    const ids = new Map<string, readonly string[]>();
    const first = (slug: string) => ids.get(slug)![0]!;

    const reported = async (id: string, asKnown?: Date) =>
      (await ledger.utterance(id, asKnown))?.reports.map(({ statement }) => statement.article.title) ?? null;

    beforeAll(async () => {
      const made = await place();
      remove = made.remove;
      ledger = await openLedger(made.location, clock);
      for (const record of records) ids.set(record.article.title!, (await ledger.store(record, { engine: 'test/1' })).statementIds); // prettier-ignore
    });
    afterAll(async () => {
      await ledger.close();
      await remove();
    });

    it('groups reports of one utterance, and neither another topic, another speaker nor another year', async () => {
      const together = ['wire', 'client', 'daily'];
      for (const slug of together) expect((await reported(first(slug)))?.sort()).toEqual(together.toSorted());
      for (const slug of ['other-topic', 'other-speaker', 'next-year']) expect(await reported(first(slug))).toEqual([slug]); // prettier-ignore
      expect(await reported('0123456789abcdef')).toBeNull();
    });

    it('counts copies of one text once, and links what they copy where nobody is named', async () => {
      const view = await ledger.utterance(first('daily'));
      expect(view).toMatchObject({ independent: 2, outlets: ['Meridian Wire', 'Selmont Courier', 'DrovNews24'] }); // prettier-ignore
      const articleOf = (slug: string) => view?.reports.find((r) => r.statement.article.title === slug);
      const copies = [articleOf('wire')?.copyOf, articleOf('client')?.copyOf];
      expect(copies.filter((c) => c === null)).toHaveLength(1);
      expect(articleOf('daily')?.copyOf).toBeNull();
      expect(await reported(ids.get('client')![1]!)).toHaveLength(2);
    });

    it('shows the earliest report, the chain of media and what fell out', async () => {
      const reports = (await ledger.utterance(first('daily')))!.reports;
      expect(reports[0]).toMatchObject({ day: '2024-05-01', differences: null, changes: [] });
      expect(reports.find((r) => r.chain.length > 1)?.chain).toEqual(['Radio Selmont', 'Meridian Wire']);
      const daily = reports.find((r) => r.statement.article.title === 'daily')!;
      expect(daily.changes).toContainEqual({
        what: 'condition',
        words: 'only if Grodal pays for the pilots',
      });
      expect(daily.changes).toContainEqual({ what: 'harder cue', words: 'vow' });
      const rejoined = daily.differences!.filter((d) => d.in !== 'first').map((d) => d.words);
      expect(rejoined.join('')).toBe('“In May the ferry sails to Lissen,”');
    });

    it('lists the most widely reported', async () => {
      const list = await ledger.widelyReported({ from: '2024-05-01', to: '2024-05-07', limit: 5 });
      expect(list).toMatchObject([{ independent: 2, outlets: 3 }]);
      expect(await ledger.widelyReported({ from: '2024-06-01', to: '2024-06-07', limit: 5 })).toEqual([]);
    });

    it('parts and joins by hand, keeps that when articles come in, undoes it, and knows how it was', async () => {
      const hand = { by: 'a tester', reason: 'another ferry' };
      const before = clock();
      await ledger.partUtterance(first('daily'), hand);
      expect(await reported(first('daily'))).toEqual(['daily']);
      expect(await reported(first('wire'))).toHaveLength(2);
      expect(await reported(first('wire'), before)).toHaveLength(3);
      const late = article('late', '2024-05-03', 'Ilmar Herald', [['Jonas Bredik', '“In May the ferry sails to Lissen,”']]); // prettier-ignore
      const { statementIds } = await ledger.store(late, { engine: 'test/1' });
      expect(await reported(first('daily'))).toEqual(['daily']);
      expect(await reported(statementIds[0]!)).toHaveLength(3);
      await ledger.undoUtterance(first('daily'), hand);
      expect(await reported(first('daily'))).toHaveLength(4);
      await ledger.joinUtterances([first('other-topic'), first('daily')], hand);
      expect(await reported(first('other-topic'))).toHaveLength(5);
      await expect(ledger.partUtterance('0123456789abcdef', hand)).rejects.toThrow(DecisionRefusedError);
    });

    it('links what is stored at the same moment', async () => {
      for (const month of ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11']) {
        const slugs = [`one-in-${month}`, `other-in-${month}`];
        const told = 'the bridge at Korsan would open to lorries once the toll is paid';
        const both = slugs.map((slug) => article(slug, `2023-${month}-01`, 'Ilmar Herald', [['Lena Toval', told]])); // prettier-ignore
        const stored = await Promise.all(both.map((record) => ledger.store(record, { engine: 'test/1' })));
        for (const { statementIds } of stored)
          expect((await reported(statementIds[0]!))?.sort()).toEqual(slugs);
      }
    });
    it('adds nothing when an article is read again by another engine', async () => {
      const before = await reported(first('client'));
      await ledger.store(records[1]!, { engine: 'test/2' });
      expect(await reported(first('client'))).toEqual(before);
      expect(await ledger.linkUnlinked()).toBe(0);
    });
  });
}
