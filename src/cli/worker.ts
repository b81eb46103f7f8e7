import { Command, Option } from 'commander';
import { createEngine, engineNames, type EngineName } from '../attribute/create-engine.js';
import { serveHealth } from '../jobs/health.js';
import { jobKinds } from '../jobs/kinds.js';
import { WorkerMetrics } from '../jobs/metrics.js';
import { JobQueue } from '../jobs/queue.js';
import { Worker, type WorkerEvents } from '../jobs/worker.js';
import { openLedger } from '../ledger/ledger.js';
import { createGet, fetchPage } from '../read/fetch.js';
import { createPoliteGet } from '../read/polite.js';
import { exit } from './exit.js';
import { ledgerOption, upTo } from './options.js';
import { counted } from './table.js';
import { plain, type Terminal } from './terminal.js';

interface WorkerCommandOptions {
  readonly ledger: string;
  readonly engine: EngineName;
  readonly drain?: boolean;
  readonly fetch: number;
  readonly read: number;
  readonly port?: number;
}

/** Seconds between two looks for jobs whose worker is gone. */
const lookEvery = 5;
/** Seconds that jobs in hand have after the first signal to stop. */
const grace = 60;

/** `onrecord worker`: does what waits in the queue, on as many machines as wanted, until it is stopped. */
export function workerCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('worker')
    .description('do the jobs that wait in the queue: fetch pages, read them, put them on record')
    .addOption(ledgerOption())
    .addOption(
      new Option('--engine <engine>', 'what finds the statements').choices(engineNames).default('model'),
    ) // prettier-ignore
    .option('--drain', 'end when nothing waits')
    .option('--fetch <number>', 'pages fetched side by side', upTo(64), 4)
    .option('--read <number>', 'articles read side by side', upTo(64), 1)
    .option('--port <number>', 'serve /health and /metrics (Prometheus) on this loopback port', upTo(65535))
    .action(async (options: WorkerCommandOptions) => {
      const ledger = await openLedger(options.ledger);
      try {
        const queue = await JobQueue.open(ledger.execute, jobKinds, tellOnce(terminal), lookEvery);
        const metrics = new WorkerMetrics(queue);
        const { events, ended } = listen(terminal, metrics);
        const get = createPoliteGet(createGet());
        const bench = {
          ledger,
          engine: createEngine(options.engine),
          fetchPage: (address: string) => fetchPage(address, get),
        };
        const lanes = { fetch: options.fetch, read: options.read };
        const worker = new Worker(queue, jobKinds, bench, events, { lanes, drain: options.drain === true });
        const health = options.port === undefined ? null : await serveHealth(options.port, ledger.execute, metrics); // prettier-ignore
        if (health !== null) terminal.err(`Health and metrics: ${health.address}\n`);
        const onSignal = stopOnSignal(terminal, worker);
        await worker.run();
        onSignal.off();
        await health?.close();
        await queue.close();
        terminal.out(`${summary(ended)}\n`);
      } finally {
        await ledger.close();
      }
      done(exit.ok);
    });
}

interface Ended {
  /** Jobs by what they came to. */
  readonly done: Map<string, number>;
  failed: number;
}

function summary({ done, failed }: Ended): string {
  const jobs = [...done.values()].reduce((sum, n) => sum + n, 0);
  const outcomes = [...done].map(([outcome, n]) => `${n} ${outcome}`).join(', ');
  return `${counted(jobs, 'job')} done${jobs === 0 ? '' : ` (${outcomes})`}, ${failed} failed tries.`;
}

/** Counts for the last line, tells failures on standard error, and passes all on to the metrics. */
function listen(terminal: Terminal, metrics: WorkerMetrics) {
  const ended: Ended = { done: new Map(), failed: 0 };
  const tell = tellOnce(terminal);
  const events: WorkerEvents = {
    finished: (job, outcome, seconds) => {
      ended.done.set(outcome, (ended.done.get(outcome) ?? 0) + 1);
      metrics.finished(job, outcome, seconds);
    },
    failed: (job, reason, seconds) => {
      ended.failed++;
      metrics.failed(job, reason, seconds);
      terminal.err(`${job.kind} ${job.id}: ${plain(reason)}\n`);
    },
    waiting: (reason) => {
      metrics.waiting(reason);
      tell(new Error(reason));
    },
  };
  return { events, ended };
}

/** The first signal ends the work after the jobs in hand; a second one, or too long a wait, ends it at once. */
function stopOnSignal(terminal: Terminal, worker: Worker): { off: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const now = () => process.exit(exit.failed);
  const stop = () => {
    if (timer !== undefined) now();
    terminal.err(`Stopping: ${counted(worker.running, 'job')} in hand; again to stop at once.\n`);
    timer = setTimeout(now, 1000 * grace);
    worker.stop();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return {
    off: () => {
      clearTimeout(timer);
      process.off('SIGINT', stop).off('SIGTERM', stop);
    },
  };
}

/** A server that is away is told once a minute, not at every try. */
function tellOnce(terminal: Terminal): (error: Error) => void {
  let last = -Infinity;
  return ({ message }) => {
    if (Date.now() - last < 60_000) return;
    last = Date.now();
    terminal.err(`The database does not answer (${plain(message)}); waiting for it.\n`);
  };
}
