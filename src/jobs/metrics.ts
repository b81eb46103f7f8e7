import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { JobQueue, JobCounts } from './queue.js';
import type { WorkerEvents } from './worker.js';

/** What a worker measures of itself and of the queue, for Prometheus. */
export class WorkerMetrics implements WorkerEvents {
  private readonly registry = new Registry();
  private readonly jobs = this.counter('onrecord_jobs_total', 'Jobs that ended here.', ['kind', 'outcome']);
  private readonly waits = this.counter('onrecord_database_waits_total', 'Times a job waited for the database.', []); // prettier-ignore
  private readonly duration = new Histogram({
    name: 'onrecord_job_seconds',
    help: 'Time a job took.',
    labelNames: ['kind'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers: [this.registry],
  });

  constructor(queue: JobQueue) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'onrecord_queue_jobs',
      help: 'Jobs in the queue, in all workers together.',
      labelNames: ['kind', 'state'],
      registers: [this.registry],
      async collect() {
        for (const [kind, counts] of Object.entries<JobCounts>(await queue.counts()))
          for (const [state, jobs] of Object.entries({ ...counts } as Record<string, number>))
            this.set({ kind, state }, jobs);
      },
    });
  }

  /** In the text format that Prometheus reads. @throws where the database is out of reach. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  readonly finished: WorkerEvents['finished'] = ({ kind }, outcome, seconds) => {
    this.jobs.inc({ kind, outcome });
    this.duration.observe({ kind }, seconds);
  };

  readonly failed: WorkerEvents['failed'] = ({ kind }, _reason, seconds) => {
    this.jobs.inc({ kind, outcome: 'failed' });
    this.duration.observe({ kind }, seconds);
  };

  readonly waiting: WorkerEvents['waiting'] = () => {
    this.waits.inc();
  };

  private counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
}
