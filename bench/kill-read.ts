/**
 * Kills `onrecord read` in the middle of a folder, again and again, and checks that nothing acknowledged is lost:
 *   npm run build && npx tsx bench/kill-read.ts [kills]
 * The embedded ledger, 3,000 generated articles. Ends with an error where an article that was stored is missing.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLedger } from '../src/ledger/ledger.js';

const kills = Number(process.argv[2] ?? 10);
const articles = 3000;
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'onrecord-kill-'));
const location = join(folder, 'ledger');
mkdirSync(join(folder, 'in'));
for (let n = 0; n < articles; n++) {
  writeFileSync(
    join(folder, 'in', `${String(n).padStart(4, '0')}.txt`),
    `The mayor of town ${n}, Ada Berg, said that bridge ${n} would open in May. “It is a fine bridge,” Berg said.`,
  );
}

const read = (milliseconds: number | null) =>
  new Promise<void>((resolve) => {
    const child = spawn(
      process.execPath,
      [main, 'read', join(folder, 'in'), '--engine', 'rules', '--ledger', location],
      { stdio: 'ignore' },
    );
    const timer = milliseconds === null ? undefined : setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', () => { clearTimeout(timer); resolve(); }); // prettier-ignore
  });

let before = 0;
for (let kill = 1; kill <= kills; kill++) {
  await read(3000 + 200 * kill);
  const ledger = await openLedger(location);
  const { articles: now } = await ledger.summary();
  await ledger.close();
  console.log(`kill ${kill}: ${now} articles on record`);
  if (now < before) throw new Error(`${before - now} articles that were on record are gone`);
  before = now;
}
await read(null);
const ledger = await openLedger(location);
const { articles: all, statements } = await ledger.summary();
await ledger.close();
rmSync(folder, { recursive: true });
console.log(`re-run: ${all} articles, ${statements} statements`);
if (all !== articles) throw new Error(`${articles - all} articles are missing after the re-run`);
