import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSchema } from '../terms/record.js';
import { main } from './main.js';
import type { Terminal } from './terminal.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-cli-'));
  await writeFile(
    join(folder, 'bridge.txt'),
    'The mayor of Harn, Ada Berg, said that the bridge would open in May. “It is a fine bridge,” Berg said.',
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    colors: pc.createColors(false),
    columns: 120,
    interactive: false,
  };
  const code = await main(args, terminal);
  return { code, out, err };
}

const ledger = () => ['--ledger', join(folder, 'ledger')];
const article = () => join(folder, 'bridge.txt');

// The limit is for what hangs: a busy machine takes ten times as long as an idle one.
describe('the command line', { timeout: 180_000 }, () => {
  it('reads, lists, searches, shows and exports, and adds nothing the second time', async () => {
    const first = await run('read', article(), ...ledger());
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('Ada Berg');
    expect(first.out).toContain('2 statements in 1 article: 1 new, 0 changed, 0 unchanged.');
    expect((await run('read', article(), ...ledger())).out).toContain('0 new, 0 changed, 1 unchanged');

    const listed = await run('list', '--format', 'jsonl', ...ledger());
    const rows = listed.out.trim().split('\n').map((line) => JSON.parse(line) as { id: string; cueText: string }); // prettier-ignore
    expect(rows).toHaveLength(2);
    expect((await run('search', 'fine', ...ledger())).out).toContain('1 statement.');
    expect((await run('search', 'fi*', '--facets', ...ledger())).out).toMatch(/^speaker +1 /u);
    expect((await run('search', 'fine', '--speaker', 'Nobody', ...ledger())).out).toContain(
      'No statement fits',
    );

    const shown = await run('show', rows[1]!.id, ...ledger());
    expect(shown.out).toContain('[content: “It is a fine bridge,”] [source: Berg] [cue: said]');

    expect((await run('positions', '--about', 'join', ...ledger())).out).toBe('No position fits.\n');
    expect((await run('recognition', 'Harn', '--format', 'json', ...ledger())).out).toBe('[]\n');
    expect((await run('naming', 'Harn', ...ledger())).code).toBe(0);
    expect((await run('list', '--as-known', '2001-01-01', ...ledger())).out).toBe('No statement fits.\n');
    expect((await run('list', '--as-known', new Date().toISOString(), ...ledger())).out).toContain(
      '2 statements.',
    );

    const table = await run('export', '--format', 'csv', '--words', 'fine', ...ledger());
    expect(table.out.split('\r\n')[1]).toContain('“It is a fine bridge,”');
    expect(await run('export', '--format', 'pdf', ...ledger())).toMatchObject({ code: 2 });
    const exported = await run('export', ...ledger());
    expect(recordSchema.parse(JSON.parse(exported.out)).statements).toHaveLength(2);
  });

  it('saves, lists, runs and ends an alert', async () => {
    const added = await run('alerts', 'add', 'Bridges', '--words', 'bridge', '--webhook', 'https://hook.example', ...ledger()); // prettier-ignore
    const id = added.out.split('\n')[0]!;
    expect(added.out).toMatch(/whsec_[\w+/=]{32}/u);
    expect((await run('alerts', 'list', ...ledger())).out).toContain(`${id}  Bridges  (new-statement; words bridge`); // prettier-ignore
    expect(await run('alerts', 'run', ...ledger())).toMatchObject({ code: 0, out: 'Bridges: 0 new\n0 messages sent.\n' }); // prettier-ignore
    expect((await run('alerts', 'end', id, ...ledger())).code).toBe(0);
    expect((await run('alerts', 'end', id, ...ledger())).code).toBe(1);
    expect((await run('alerts', 'add', 'x', '--on', 'word-changed', ...ledger())).code).toBe(2);
  });

  it('stores nothing in a dry run', async () => {
    const empty = join(folder, 'dry');
    expect((await run('read', article(), '--dry-run', '--ledger', empty)).out).toContain('nothing stored');
    expect((await run('list', '--ledger', empty)).out).toContain('No statement fits');
  });

  it('tells a bad input in one line, reads the rest, and ends with 1', async () => {
    const { code, out, err } = await run('read', join(folder, 'none.html'), article(), '--dry-run');
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual([
      `${join(folder, 'none.html')}: there is no such file or folder. Check the name.`,
    ]);
    expect(out).toContain('2 statements in 1 article');
  });

  it('gives the record as JSON that fits the schema', async () => {
    const { out } = await run('read', article(), '--dry-run', '--format', 'json');
    expect(recordSchema.parse(JSON.parse(out)).article.text).toBe(await readFile(article(), 'utf8'));
  });

  it.each([
    [['nonsense']],
    [['read']],
    [['list', '--from', 'yesterday']],
    [['list', '--as-known', '2024-05-31T12:00']],
    [['read', 'x', '--format', 'xml']],
  ])('ends with 2 on wrong usage: %j', async (args) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain('--help');
  });

  it('ends with 0 after help, for every command', async () => {
    for (const command of ['read', 'list', 'show', 'search', 'export', 'verify', 'serve', 'start']) {
      const { code, out } = await run(command, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`onrecord ${command}`);
    }
  });

  it('says that there is no such statement', async () => {
    expect(await run('show', 'ffffffff', ...ledger())).toMatchObject({ code: 1 });
  });
});
