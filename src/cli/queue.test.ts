import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand as run } from './test-terminal.js';

let folder: string;
const ledger = () => ['--ledger', join(folder, 'ledger')];

// The limit is for what hangs: a busy machine takes ten times as long as an idle one.
describe('the queue on the embedded ledger', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-queue-'));
    for (const n of [1, 2, 3])
      await writeFile(
        join(folder, `${n}.txt`),
        `The mayor of Harn, Ada Berg, said that bridge ${n} would open in May. “It is a fine bridge,” Berg said.`,
      );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is filled, drained in one process, and read twice adds nothing', async () => {
    const files = [1, 2, 3].map((n) => join(folder, `${n}.txt`));
    const added = await run('enqueue', ...files, join(folder, 'none.txt'), ...ledger());
    expect(added).toMatchObject({ code: 1, out: '3 jobs added; 1 failed. Do them with: onrecord worker\n' });
    expect((await run('jobs', ...ledger())).out).toContain('read    3 waiting, 0 being done, 0 parked');
    const first = await run('worker', '--drain', '--engine', 'rules', ...ledger());
    expect(first).toMatchObject({
      code: 0,
      out: '6 jobs done (3 new, 3 encoded), 0 failed tries.\n',
      err: '',
    });
    expect((await run('list', '--format', 'jsonl', ...ledger())).out.trim().split('\n')).toHaveLength(6);
    await run('enqueue', ...files, ...ledger());
    await run('worker', '--drain', '--engine', 'rules', ...ledger());
    expect((await run('list', '--format', 'jsonl', ...ledger())).out.trim().split('\n')).toHaveLength(6);
    expect((await run('jobs', '--retry', ...ledger())).out).toBe('0 jobs put back in the queue.\n');
    expect((await run('jobs', '--retry', 'ffff', ...ledger())).code).toBe(1);
  });
});
