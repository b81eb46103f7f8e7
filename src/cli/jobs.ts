import Table from 'cli-table3';
import { Command } from 'commander';
import { jobKinds } from '../jobs/kinds.js';
import { JobQueue, tries, type ParkedJob } from '../jobs/queue.js';
import { openLedger } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { ledgerOption, upTo } from './options.js';
import { counted } from './table.js';
import { clip, plain, type Terminal } from './terminal.js';

interface JobsOptions {
  readonly ledger: string;
  readonly retry?: string[] | true;
  readonly limit: number;
  readonly json?: boolean;
}

/** `onrecord jobs`: what waits, what is being done, and what was parked after its last try; parked jobs can be tried again. */
export function jobsCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('jobs')
    .description(`show the queue, and the jobs that were parked after ${tries} tries`)
    .addOption(ledgerOption())
    .option(
      '--retry [id...]',
      'give these parked jobs another try; all that --limit allows where none is named',
    )
    .option('--limit <number>', 'how many parked jobs at most', upTo(100_000), 100)
    .option('--json', 'print as JSON')
    .action(async ({ ledger: location, retry, limit, json }: JobsOptions) => {
      const ledger = await openLedger(location);
      try {
        const queue = await JobQueue.open(ledger.execute, jobKinds, () => undefined, null);
        const parked = await queue.parked(limit);
        if (retry !== undefined) {
          const chosen = retry === true ? parked : parked.filter(({ id }) => retry.some((given) => id.startsWith(given))); // prettier-ignore
          await queue.retry(chosen);
          terminal.out(`${counted(chosen.length, 'job')} put back in the queue.\n`);
          done(chosen.length === 0 && retry !== true ? exit.failed : exit.ok);
        } else {
          const counts = await queue.counts();
          if (json === true) terminal.out(`${JSON.stringify({ counts, parked }, null, 2)}\n`);
          else print(terminal, counts, parked);
          done(exit.ok);
        }
        await queue.close();
      } finally {
        await ledger.close();
      }
    });
}

function print(
  terminal: Terminal,
  counts: Awaited<ReturnType<JobQueue['counts']>>,
  parked: readonly ParkedJob[],
): void {
  for (const [kind, { waiting, active, parked: put }] of Object.entries(counts))
    terminal.out(`${kind.padEnd(8)}${waiting} waiting, ${active} being done, ${put} parked\n`);
  if (parked.length === 0) return;
  const table = new Table({
    head: ['parked', 'kind', 'job', 'what', 'why'],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { parkedAt, kind, id, place, reason } of parked)
    table.push([parkedAt.slice(0, 19), kind, id, clip(plain(place), 60), clip(plain(reason), 80)]);
  terminal.out(`${table.toString()}\nTry them again: onrecord jobs --retry [id]\n`);
}
