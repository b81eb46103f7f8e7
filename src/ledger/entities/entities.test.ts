import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../../terms/record.js';
import { EntityNotFoundError, EntityRefusedError } from '../error.js';
import { openLedger, type Ledger } from '../ledger.js';
import { testPlaces, testServer } from '../test-places.js';

interface Speaks {
  readonly name: string;
  readonly role?: string;
}

/** An article in which each speaker says a sentence. */
function told(address: string, published: string, speakers: readonly Speaks[]): LedgerRecord {
  const lines = speakers.map(({ name }, i) => `${name} said sentence ${i}.`);
  const starts = lines.map((_, i) => lines.slice(0, i).join('\n\n').length + (i === 0 ? 0 : 2));
  const statements = speakers.map(({ name, role = null }, i): LedgerRecord['statements'][number] => {
    const start = starts[i]!;
    const cue = start + name.length + 1;
    return { kind: 'indirect', source: [[start, start + name.length]], cue: [[cue, cue + 4]], content: [[cue + 5, start + lines[i]!.length - 1]], cueLemma: 'say', speaker: { mention: name, entity: name, type: 'person', role }, medium: null, relay: null, act: 'assert', edits: [], about: [] }; // prettier-ignore
  });
  return {
    article: { url: `https://wire.example/${address}`, outlet: address.startsWith('c') ? 'Courier' : 'Wire', title: address, authors: [], published, language: 'en', text: lines.join('\n\n') },
    statements, positions: [], relations: [], designations: [],
  }; // prettier-ignore
}

const by = { author: 'editor', reason: 'checked' };

for (const [name, place] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(
    `entities on ${name} (PostgreSQL needs ONRECORD_TEST_POSTGRES)`,
    () => {
      let ledger: Ledger;
      let remove: () => Promise<void>;
      let minute = 0;
      const at = (minutes: number) => new Date(Date.UTC(2024, 5, 1, 0, minutes));
      const store = (record: LedgerRecord, engine = 'test/1') => ledger.store(record, { engine });
      const names = async (asKnown?: Date) =>
        (await ledger.entities({ speaking: true, asKnown })).map((row) => [row.name, row.statements]);

      beforeAll(async () => {
        const made = await place();
        remove = made.remove;
        ledger = await openLedger(made.location, () => at(minute++));
      });
      afterAll(async () => {
        await ledger.close();
        await remove();
      });

      it('takes the spellings of one name for one person, and shows the fullest', async () => {
        await store(told('1', '2024-01-02', [{ name: 'Marek Zhukoyev', role: 'leader of Ilmaria' }, { name: 'Anton Reshka' }])); // prettier-ignore
        await store(told('c2', '2024-02-02', [{ name: 'Marek Žukoiev', role: 'president of Ilmaria' }]));
        await store(told('3', '2024-03-02', [{ name: 'M. Zhukoev', role: 'Ilmarian leader' }, { name: 'Anton Reshka' }])); // prettier-ignore
        expect(await names()).toEqual([
          ['Marek Zhukoyev', 3],
          ['Anton Reshka', 2],
        ]);
      });

      it('keeps every name and role as told, by outlet and day', async () => {
        const view = await ledger.entity('Marek Zhukoyev');
        expect(view?.names.map(({ words, outlet, first }) => [words, outlet, first])).toEqual([
          ['Marek Zhukoyev', 'Wire', '2024-01-02'],
          ['Marek Žukoiev', 'Courier', '2024-02-02'],
          ['M. Zhukoev', 'Wire', '2024-03-02'],
        ]);
        expect(view?.roles.map(({ words }) => words)).toEqual(['leader of Ilmaria', 'president of Ilmaria', 'Ilmarian leader']); // prettier-ignore
        expect(view?.companions.map(({ name: other, articles }) => [other, articles])).toEqual([['Anton Reshka', 2]]); // prettier-ignore
      });

      it('never takes a surname alone for one person', async () => {
        const before = (await names()).length;
        await store(told('4', '2024-03-03', [{ name: 'Zhukoyev' }]));
        await store(told('5', '2024-03-04', [{ name: 'Zhukoyev' }]));
        await store(
          told('6', '2024-03-05', [{ name: 'Lena Zhukoyeva' }, { name: 'Lena Zhukoyev', role: 'poet' }]),
        );
        expect((await names()).length).toBe(before + 4);
      });

      it('changes nothing when it reads again, by the same or another engine', async () => {
        const before = await ledger.entities({});
        const again = told('1', '2024-01-02', [{ name: 'Marek Zhukoyev', role: 'leader of Ilmaria' }, { name: 'Anton Reshka' }]); // prettier-ignore
        expect((await store(again)).outcome).toBe('unchanged');
        expect((await store(again, 'test/2')).outcome).toBe('changed');
        expect(await ledger.entities({})).toEqual(before);
      });

      it('merges, and parts again when that is undone', async () => {
        const [lena] = await ledger.findEntities('Lena Zhukoyev');
        const [lenaA] = await ledger.findEntities('lena zhukoyeva');
        const before = await names();
        const event = await ledger.mergeEntities(lena!, lenaA!, by);
        expect((await ledger.entity('Lena Zhukoyev'))?.id).toBe(lenaA);
        expect((await ledger.entity(lena!))?.names.map(({ words }) => words)).toEqual(['Lena Zhukoyev', 'Lena Zhukoyeva']); // prettier-ignore
        await expect(ledger.mergeEntities(lenaA!, lena!, by)).rejects.toThrow(EntityRefusedError);
        await ledger.undoEntityEvent(event.id.slice(0, 8), by);
        expect(await names()).toEqual(before);
        await expect(ledger.undoEntityEvent(event.id, by)).rejects.toThrow(EntityRefusedError);
        const history = (await ledger.entity(lena!))!.events;
        expect(history.map(({ kind, stands, author, reason }) => [kind, stands, author, reason])).toEqual([
          ['merge', false, 'editor', 'checked'],
          ['undo', true, 'editor', 'checked'],
        ]);
      });

      it('sends a mention with the one of the merged that has its name, so that parting them parts it too', async () => {
        const [lena] = await ledger.findEntities('Lena Zhukoyev');
        const [lenaA] = await ledger.findEntities('Lena Zhukoyeva');
        const event = await ledger.mergeEntities(lena!, lenaA!, by);
        const { articleId } = await store(told('7', '2024-03-06', [{ name: 'Lena Zhukoyev', role: 'poet' }]));
        expect((await ledger.entity(lenaA!))?.mentions.some((m) => m.articleId === articleId)).toBe(true);
        await ledger.undoEntityEvent(event.id, by);
        expect((await ledger.entity(lena!))?.mentions.some((m) => m.articleId === articleId)).toBe(true);
      });

      it('splits by article, keeps that through a re-reading that tells the name otherwise, and undoes it', async () => {
        const [marek] = await ledger.findEntities('Marek Zhukoyev');
        const mention = (await ledger.entity(marek!))!.mentions.find((m) => m.name === 'M. Zhukoev')!;
        const event = await ledger.splitEntity(marek!, { articles: [mention.articleId], name: 'Mira Zhukoev' }, by); // prettier-ignore
        expect((await ledger.entity(event.intoId!))?.name).toBe('Mira Zhukoev');
        await store(told('3', '2024-03-02', [{ name: 'M. R. Zhukoev', role: 'Ilmarian leader' }]), 'test/3');
        const split = await ledger.entity('Mira Zhukoev');
        expect(split?.mentions.map((m) => m.name)).toEqual(['M. R. Zhukoev']);
        expect((await ledger.entity(marek!))?.mentions.map((m) => m.name)).not.toContain('M. R. Zhukoev');
        await expect(ledger.splitEntity(marek!, { names: ['Nobody'] }, by)).rejects.toThrow(EntityRefusedError); // prettier-ignore
      });

      it('renames how an entity is shown and is found by either name', async () => {
        const [anton] = await ledger.findEntities('Anton Reshka');
        const before = at(minute++);
        const event = await ledger.renameEntity(anton!, "Robert'); drop table entity;--", by);
        expect((await ledger.entity(anton!))?.name).toBe("Robert'); drop table entity;--");
        expect(await ledger.findEntities('anton reshka')).toEqual([anton]);
        expect((await ledger.entity(anton!, before))?.name).toBe('Anton Reshka');
        await ledger.undoEntityEvent(event.id, by);
        expect((await ledger.entity(anton!))?.name).toBe('Anton Reshka');
      });

      it('shows who was who at any time before', async () => {
        const [one, other] = [(await ledger.findEntities('Lena Zhukoyev'))[0]!, (await ledger.findEntities('Anton Reshka'))[0]!]; // prettier-ignore
        const before = at(minute++);
        const event = await ledger.mergeEntities(one, other, by);
        const merged = at(minute++);
        await ledger.undoEntityEvent(event.id, by);
        const shown = async (when: Date) => (await ledger.entity(other, when))?.names.length;
        expect([await shown(before), await shown(merged), await shown(at(minute++))]).toEqual([1, 2, 1]);
        expect(await names(at(0))).toEqual([['Anton Reshka', 1], ['Marek Zhukoyev', 1]].sort()); // prettier-ignore
      });

      it('says what is missing', async () => {
        await expect(ledger.mergeEntities('ffffffffffffffff', 'eeeeeeeeeeeeeeee', by)).rejects.toThrow(EntityNotFoundError); // prettier-ignore
        expect(await ledger.entity('Nobody At All')).toBeNull();
      });
    },
  );
}
