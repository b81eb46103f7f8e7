import { isUnavailable } from '../ledger/ledger.js';
import type { JobKind, JobResult, Workbench } from './kinds.js';
import type { JobQueue, TakenJob } from './queue.js';

/** What a worker tells while it works; the command line and the metrics listen. */
export interface WorkerEvents {
  readonly finished: (job: TakenJob, outcome: string, seconds: number) => void;
  readonly failed: (job: TakenJob, reason: string, seconds: number) => void;
  /** The database is away or full; the worker waits for it. */
  readonly waiting: (reason: string) => void;
}

export interface WorkerOptions {
  /** Jobs side by side, by kind; each kind's own where left out, none of a kind at 0. */
  readonly lanes?: Readonly<Record<string, number>>;
  /** End when no job waits or is being done. */
  readonly drain?: boolean;
  /** Jobs of the next kind that may wait before a kind that makes them stands still. */
  readonly mostWaiting?: number;
  /** Milliseconds between two looks at an empty queue. */
  readonly pause?: number;
}

/**
 * Takes jobs and does them, one a lane: take, run, and say that it is done. A worker that dies leaves its jobs with the
 * queue, which gives them to another when their time is over; storing is idempotent, so a job done twice is on record once.
 * While the database is away, what a lane holds waits with it and no try is used up.
 */
export class Worker {
  private readonly stopping = new AbortController();
  private active = 0;

  constructor(
    private readonly queue: JobQueue,
    private readonly kinds: readonly JobKind[],
    private readonly bench: Workbench,
    private readonly events: WorkerEvents,
    private readonly options: WorkerOptions = {},
  ) {}

  /** Jobs that are being done. */
  get running(): number {
    return this.active;
  }

  /** Works until it is stopped, or, when draining, until nothing is left. */
  async run(): Promise<void> {
    const lanes = this.kinds.flatMap((kind) =>
      Array.from({ length: this.options.lanes?.[kind.name] ?? kind.lanes }, () => this.lane(kind)),
    );
    await Promise.all(lanes);
  }

  /** Takes no further job. `run` ends when those in hand are done. */
  stop(): void {
    this.stopping.abort();
  }

  private async lane(kind: JobKind): Promise<void> {
    const pause = this.options.pause ?? 500;
    while (!this.stopping.signal.aborted) {
      const job = (await this.isHeldBack(kind)) ? null : await this.queue.take(kind.name);
      if (job !== null) await this.work(kind, job);
      else if (this.options.drain === true && (await this.isDrained())) return;
      else await sleep(pause, this.stopping.signal);
    }
  }

  /** Back-pressure: what cannot be read yet is not fetched yet. */
  private async isHeldBack({ feeds }: JobKind): Promise<boolean> {
    if (feeds === undefined) return false;
    const waiting = await this.queue.waiting(feeds).catch(() => Infinity);
    return waiting >= (this.options.mostWaiting ?? 1000);
  }

  private async isDrained(): Promise<boolean> {
    try {
      const counts = Object.values(await this.queue.counts());
      return counts.every(({ waiting, active }) => waiting + active === 0);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      return false;
    }
  }

  private async work(kind: JobKind, job: TakenJob): Promise<void> {
    const begun = Date.now();
    const seconds = () => (Date.now() - begun) / 1000;
    const until = begun + 1000 * job.timeout;
    this.active++;
    try {
      const { outcome } = await this.patiently(until, () => this.finish(kind, job));
      this.events.finished(job, outcome, seconds());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.events.failed(job, reason, seconds());
      // Where even this cannot be said, the job's time runs out and another worker takes it.
      await this.patiently(until, () => this.queue.failed(job, reason)).catch(() => undefined);
    } finally {
      this.active--;
    }
  }

  private async finish(kind: JobKind, job: TakenJob): Promise<JobResult> {
    const result = await kind.run(job.data, this.bench, job.id);
    await this.queue.add(result.next ?? []);
    await this.queue.done(job, result.outcome);
    return result;
  }

  /** Does it again while the database is away, until a time. */
  private async patiently<T>(until: number, attempt: () => Promise<T>): Promise<T> {
    for (let wait = 250; ; wait = Math.min(2 * wait, 5000)) {
      try {
        return await attempt();
      } catch (error) {
        if (!isUnavailable(error) || Date.now() + wait > until) throw error;
        this.events.waiting(error instanceof Error ? error.message : String(error));
        await sleep(wait);
      }
    }
  }
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal?.aborted === true) end();
    else signal?.addEventListener('abort', end);
  });
}
