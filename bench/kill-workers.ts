/**
 * Three workers on one PostgreSQL, one killed with SIGKILL every few seconds, the database restarted twice (once as an
 * administrator does, once as a crash), while articles are read; then a run that nothing disturbs, to compare:
 *   npx tsx bench/kill-workers.ts [articles]
 * Makes a server of its own in a temporary folder. Ends with an error where an article is missing or there twice, or
 * where the two ledgers differ in a statement or in a group of statements that report the same.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../src/ledger/ledger.js';
import { jobKinds } from '../src/jobs/kinds.js';
import { JobQueue } from '../src/jobs/queue.js';
import { articleText, drained, enqueue, groupsOf, retold, WorkerPool } from './chaos.js';

const articles = Number(process.argv[2] ?? 5000);
const folder = mkdtempSync(join(tmpdir(), 'onrecord-chaos-'));
const data = join(folder, 'data');
const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
const bin = join('/usr/lib/postgresql', versions[0]!, 'bin');
const port = await freePort();

function postgres(program: string, ...args: string[]): void {
  const command = [join(bin, program), ...args];
  // PostgreSQL does not run as root.
  const [first, ...rest] = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  execFileSync(first!, rest, { cwd: '/', stdio: 'ignore' });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as { port: number };
      server.close(() => { resolve(free); }); // prettier-ignore
    });
  });
}

const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder}`;
const start = () => { postgres('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'); }; // prettier-ignore
const stop = (mode: 'fast' | 'immediate') => { postgres('pg_ctl', '-D', data, '-w', '-m', mode, 'stop'); }; // prettier-ignore

chmodSync(folder, 0o777);
postgres('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8');
start();
const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
for (const name of ['disturbed', 'quiet']) postgres('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', name); // prettier-ignore

/** Reads all articles. @returns seconds. */
async function run(name: string, disturb: (second: number, pool: WorkerPool) => void): Promise<number> {
  const texts = Array.from({ length: articles }, (_, n) => articleText(n));
  await enqueue(url(name), texts, 10);
  const begun = Date.now();
  const pool = new WorkerPool(url(name), 3);
  let second = 0;
  let state = await drained(url(name), 7200, () => {
    disturb(++second, pool);
  });
  while (state.parked > 0) {
    console.log(`${name}: ${state.parked} parked after three kills each; tried again`);
    const ledger = await openLedger(url(name));
    const queue = await JobQueue.open(ledger.execute, jobKinds, () => undefined, null);
    await queue.retry(await queue.parked(1000));
    await queue.close();
    await ledger.close();
    state = await drained(url(name), 1200);
  }
  await pool.stop();
  console.log(`${name}: ${pool.kills} workers killed`);
  return (Date.now() - begun) / 1000;
}

/** Ids of all statements, by article, what they are linked to, and counts. */
async function contents(name: string) {
  const ledger = await openLedger(url(name));
  const summary = await ledger.summary();
  const ids: string[] = [];
  for await (const { versionId, record } of ledger.records())
    ids.push(`${versionId} ${JSON.stringify(record.statements)}`);
  let wrong = 0;
  for await (const { finding } of ledger.verify()) if (finding !== null) wrong++;
  const groups = await groupsOf(ledger);
  await ledger.close();
  return { summary, ids: ids.sort(), wrong, groups };
}

try {
  const disturbed = await run('disturbed', (second, pool) => {
    if (second % 4 === 0) pool.kill();
    if (second === 15) { stop('fast'); start(); console.log('database restarted'); } // prettier-ignore
    if (second === 35) { stop('immediate'); start(); console.log('database restarted as after a crash'); } // prettier-ignore
  });
  const quiet = await run('quiet', () => undefined);
  const [a, b] = [await contents('disturbed'), await contents('quiet')];
  console.log(JSON.stringify({ articles, disturbed: { seconds: disturbed, ...a.summary, wrong: a.wrong, groups: a.groups.length }, quiet: { seconds: quiet, ...b.summary, wrong: b.wrong, groups: b.groups.length } }, null, 1)); // prettier-ignore
  if (a.summary.articles !== articles || a.summary.versions !== articles)
    throw new Error('articles are missing, or there twice');
  if (a.ids.join() !== b.ids.join()) throw new Error('the disturbed ledger differs from the quiet one');
  if (a.groups.length < articles / retold)
    throw new Error('nothing was linked, so that nothing is shown of groups');
  if (a.groups.join() !== b.groups.join()) throw new Error('the groups of the disturbed ledger differ');
  if (a.wrong + b.wrong > 0) throw new Error('not all of it holds');
} finally {
  stop('immediate');
  rmSync(folder, { recursive: true });
}
