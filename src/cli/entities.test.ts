import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from './main.js';

let folder: string;
const file = (name: string) => join(folder, name);

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const code = await main([...args, '--ledger', file('ledger')], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    colors: pc.createColors(false),
    columns: 200,
    interactive: false,
  });
  return { code, out, err };
}

const listed = async () =>
  JSON.parse((await run('entities', 'list', '--format', 'json')).out) as { id: string; name: string; told: string[] }[]; // prettier-ignore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-entities-'));
  await writeFile(file('a.txt'), 'The mayor of Harn, Ada Berg, said that the bridge would open in May.');
  await writeFile(file('b.txt'), 'The mayor of Falk, Ida Lund, said that the market would open in June.');
  await run('read', file('a.txt'), file('b.txt'), '--engine', 'rules');
});
afterAll(() => rm(folder, { recursive: true }));

describe('onrecord entities', () => {
  it('lists, shows, merges, renames and undoes, with author and reason', async () => {
    expect((await listed()).map(({ name }) => name).sort()).toEqual(['Ada Berg', 'Ida Lund']);
    const merged = await run('entities', 'merge', 'Ida Lund', 'Ada Berg', '--author', 'vera', '--reason', 'one woman'); // prettier-ignore
    const event = /Recorded merge (?<id>[0-9a-f]{16})\./u.exec(merged.out)!.groups!['id']!;
    expect((await listed()).map(({ told }) => told.sort())).toEqual([['Ada Berg', 'Ida Lund']]);
    await run('entities', 'rename', 'Ada Berg', 'Ada Berg-Lund');
    const shown = await run('entities', 'show', 'ada berg-lund');
    expect(shown.out).toContain('mayor of Harn');
    expect(shown.out).toMatch(/vera .* one woman +│ yes/u);
    await run('entities', 'undo', event);
    expect((await listed()).map(({ name }) => name).sort()).toEqual(['Ada Berg-Lund', 'Ida Lund']);
  });

  it('imports a table and a FollowTheMoney file once, says what it left out, and keeps the numbers', async () => {
    await writeFile(
      file('known.csv'),
      '\ufeffName,type,aliases,roles,country,wikidata\n"Ida Lund",person,"Ida M. Lund; I. Lund",mayor,Falk,Q1\n,person,,,,\n"X",ship,,,,\n',
    );
    const first = await run('entities', 'import', file('known.csv'));
    expect(first.out).toBe('0 new, 1 added to what was there, 0 unchanged, 2 left out.\n');
    expect(first.code).toBe(1);
    expect(first.err).toMatch(
      /Row 2 was left out: it has no name.*\nRow 3 was left out: there is no type "ship"/u,
    );
    expect((await run('entities', 'import', file('known.csv'))).out).toContain('0 new, 0 added to what was there, 1 unchanged'); // prettier-ignore
    await writeFile(
      file('known.jsonl'),
      [
        { id: 'NK-1', schema: 'Person', properties: { name: ['Ida Lund'], wikidataId: ['Q2'], position: ['actor'] } }, // prettier-ignore
        { id: 'NK-2', schema: 'Person', properties: { name: ['Ida Lund'], wikidataId: ['Q1'] } },
        { id: 'NK-3', schema: 'Address', properties: {} },
      ].map((entity) => JSON.stringify(entity)).join('\n') + '\nnot json\n', // prettier-ignore
    );
    const second = await run('entities', 'import', file('known.jsonl'));
    expect(second.out).toBe('1 new, 1 added to what was there, 0 unchanged, 1 left out.\n');
    const [mayor] = (await listed()).filter(({ told }) => told.includes('Ida Lund'));
    const shown = await run('entities', 'show', mayor!.id);
    expect(shown.out).toContain('wikidata: Q1');
    expect(shown.out).toContain('opensanctions: NK-2');
    expect(shown.out).not.toContain('Q2');
  });

  it('says what it cannot do', async () => {
    const unknown = await run('entities', 'show', 'Nobody');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('There is no entity "Nobody"');
    expect((await run('entities', 'show', 'Ida Lund')).err).toContain('"Ida Lund" fits several');
    expect((await run('entities', 'import', file('absent.csv'))).err).toContain('it is not there');
  });

  it('links nothing that is linked', async () => {
    expect((await run('entities', 'link')).out).toBe('Linked the names of 0 articles.\n');
  });
});
