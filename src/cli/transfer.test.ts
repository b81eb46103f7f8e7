import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '../terms/codes.js';
import { runCommand as run } from './test-terminal.js';

let folder: string;
const at = (name: string) => join(folder, name);
const ledger = (name = 'ledger') => ['--ledger', at(name)];

// The limit is for what hangs: a busy machine takes ten times as long as an idle one.
describe('moving a ledger', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-transfer-'));
    await writeFile(
      at('union.txt'),
      'Prime Minister Ada Toval said that Drovia will not join the Union now. “We are not ready,” Toval said. Ostmark recognised Drovia in May.',
    );
    await run('read', at('union.txt'), '--engine', 'rules', ...ledger());
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('backs it up, brings it back, and verifies it', async () => {
    expect((await run('backup', at('backup.jsonl.gz'), ...ledger())).code).toBe(0);
    expect(await readdir(folder)).not.toContain('backup.jsonl.gz.part');
    const imported = await run('import', at('backup.jsonl.gz'), ...ledger('copy'));
    expect(imported.out).toMatch(/0 rows there already. The ledger holds exactly what the file does/);
    expect((await run('verify', ...ledger('copy'))).out).toContain('all of it holds');
    const [there, here] = [await run('export', ...ledger('copy')), await run('export', ...ledger())];
    expect(there.out).toBe(here.out);
    const plain = await run('backup', '-', ...ledger('copy'));
    await writeFile(at('plain.jsonl'), plain.out);
    expect((await run('import', at('plain.jsonl'), ...ledger())).out).toMatch(/^0 rows added/);
  });

  it('says what is wrong with a file, and leaves no half of a backup', async () => {
    await writeFile(at('wrong.jsonl'), '{"some":"thing"}\n');
    const wrong = await run('import', at('wrong.jsonl'), ...ledger());
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('line 1: it is not the first line of a ledger');
    expect((await run('backup', at('no/such/folder.gz'), ...ledger())).code).toBe(2);
  });

  it('writes statements, positions and relations as Parquet', async () => {
    expect((await run('parquet', at('tables'), ...ledger())).code).toBe(0);
    const read = async (name: string) =>
      parquetReadObjects({ file: await asyncBufferFromFile(at(`tables/${name}.parquet`)) });
    const statements = await read('statements');
    const listed = await run('list', '--format', 'jsonl', ...ledger());
    const rows = listed.out.trim().split('\n').map((line) => JSON.parse(line) as { id: string; contentTexts: string[] }); // prettier-ignore
    expect(statements.map((row) => String(row['statement_id']))).toEqual(rows.map(({ id }) => id));
    expect(statements.map(({ content }) => String(content))).toEqual(rows.map((row) => row.contentTexts.join(' '))); // prettier-ignore
    const positions = await run('positions', '--format', 'json', ...ledger());
    const held = JSON.parse(positions.out) as { statementId: string; stance: string }[];
    expect(
      (await read('positions')).map((row) => [String(row['statement_id']), String(row['stance'])]),
    ).toEqual(held.map(({ statementId, stance }) => [statementId, stance]));
    const relations = await read('relations');
    const { plover, followTheMoney } = codesOf({ relation: 'recognize', polarity: 'affirmed' });
    expect(relations).toHaveLength(1);
    expect(relations[0]).toMatchObject({ subject: 'Ostmark', object: 'Drovia', plover });
    expect(relations[0]!['ftm_schema'] ?? null).toBe(followTheMoney?.schema ?? null);
  });
});
