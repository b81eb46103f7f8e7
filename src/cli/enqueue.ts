import { Command } from 'commander';
import { jobKinds, readJob, type NewJob } from '../jobs/kinds.js';
import { JobQueue } from '../jobs/queue.js';
import { openLedger } from '../ledger/ledger.js';
import { articleFiles, readInput } from '../read/files.js';
import { exit, explain } from './exit.js';
import { ledgerOption, upTo } from './options.js';
import { Progress } from './progress.js';
import { counted } from './table.js';
import { plain, type Terminal } from './terminal.js';

interface EnqueueOptions {
  readonly ledger: string;
  readonly timeout?: number;
}

/** Jobs that are added at once; a page is some 30 KB packed. */
const batch = 50;

/** `onrecord enqueue <input...>`: puts pages and texts in the queue, for workers to read. */
export function enqueueCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('enqueue')
    .description('put pages, texts and addresses in the queue; "onrecord worker" reads them')
    .argument('<input...>', 'file, folder or URL')
    .addOption(ledgerOption())
    .option('--timeout <seconds>', 'after this a job is given to another worker', upTo(86_000))
    .action(async (inputs: string[], { ledger: location, timeout }: EnqueueOptions) => {
      const ledger = await openLedger(location);
      const progress = new Progress(terminal, 'jobs', Date.now);
      let added = 0;
      let failed = 0;
      const tell = (where: string, error: unknown): void => {
        failed++;
        progress.clear();
        terminal.err(`${plain(where)}: ${plain(explain(error))}\n`);
      };
      try {
        const queue = await JobQueue.open(ledger.execute, jobKinds, () => undefined, null);
        let jobs: NewJob[] = [];
        for await (const job of jobsOf(inputs, tell)) {
          jobs.push(timeout === undefined ? job : { ...job, timeout });
          progress.step(job.data.place);
          added++;
          if (jobs.length >= batch) await queue.add(jobs.splice(0));
        }
        await queue.add(jobs);
        jobs = [];
        await queue.close();
      } finally {
        progress.clear();
        await ledger.close();
      }
      terminal.out(`${counted(added, 'job')} added${failed > 0 ? `; ${failed} failed` : ''}. Do them with: onrecord worker\n`); // prettier-ignore
      done(failed > 0 ? exit.failed : exit.ok);
    });
}

async function* jobsOf(
  inputs: readonly string[],
  tell: (where: string, error: unknown) => void,
): AsyncGenerator<NewJob> {
  for (const given of inputs) {
    if (/^https?:\/\//iu.test(given)) {
      yield { kind: 'fetch', data: { place: given } };
      continue;
    }
    const files = await articleFiles(given).catch((error: unknown) => {
      tell(given, error);
      return [];
    });
    for (const file of files) {
      try {
        yield readJob(file, await readInput(file), new Date());
      } catch (error) {
        tell(file, error);
      }
    }
  }
}
