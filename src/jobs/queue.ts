import PgBoss from 'pg-boss';
import type { Execute } from '../ledger/ledger.js';
import type { JobKind, JobName, NewJob } from './kinds.js';

/** A job that this worker has taken; nobody else has it until its time is over. */
export interface TakenJob {
  readonly id: string;
  readonly kind: JobName;
  readonly data: unknown;
  /** Seconds until another worker takes it over. */
  readonly timeout: number;
}

/** A job that failed as often as it may, put aside until somebody looks at it. */
export interface ParkedJob {
  readonly id: string;
  readonly kind: JobName;
  readonly place: string;
  /** Message of the last failure. */
  readonly reason: string;
  readonly parkedAt: string;
}

/** Jobs of one kind: `waiting` for their turn or for another try, `active` in some worker, `parked`. */
export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  readonly parked: number;
}

/** Tries before a job is parked. Crashes and lost workers count as tries. */
export const tries = 3;
const schema = 'pgboss';
/** Waiting and parked jobs are kept until they are done; the library wants a number. */
const retentionDays = 36_500;

const parkedName = (kind: JobName) => `${kind}_parked`;

/**
 * The jobs that wait, on the ledger's own database, kept by pg-boss in its own schema. Works on a server with any number
 * of workers, and on the embedded database within the one process that has it open.
 */
export class JobQueue {
  private constructor(
    private readonly boss: PgBoss,
    private readonly execute: Execute,
    private readonly kinds: readonly JobKind[],
  ) {}

  /**
   * @param tell is told of what goes wrong in the background (the server is away); work goes on.
   * @param lookEvery seconds between two looks for jobs whose worker is gone; null looks never, for commands that only list.
   */
  static async open(
    execute: Execute,
    kinds: readonly JobKind[],
    tell: (error: Error) => void,
    lookEvery: number | null,
  ): Promise<JobQueue> {
    const boss = new PgBoss({
      db: { executeSql: (text, values) => execute(text, values) },
      schema,
      schedule: false,
      supervise: lookEvery !== null,
      maintenanceIntervalSeconds: lookEvery ?? 60,
    });
    boss.on('error', tell);
    await boss.start();
    for (const { name, timeout } of kinds) {
      await boss.createQueue(parkedName(name), { name: parkedName(name), retentionDays });
      await boss.createQueue(name, {
        name,
        deadLetter: parkedName(name),
        retryLimit: tries - 1,
        retryDelay: 2,
        retryBackoff: true,
        expireInSeconds: timeout,
        retentionDays,
      });
    }
    return new JobQueue(boss, execute, kinds);
  }

  /** Adds jobs; those whose id is there already are not added again. */
  async add(jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.boss.insert(
      jobs.map(({ kind, id, data, timeout }) => ({
        name: kind,
        data,
        ...(id === undefined ? {} : { id }),
        ...(timeout === undefined ? {} : { expireInSeconds: timeout }),
      })),
    );
  }

  /** The job that waits longest; null where none waits, and where the database is out of reach. */
  async take(kind: JobName): Promise<TakenJob | null> {
    const [job] = await this.boss.fetch<unknown>(kind, { batchSize: 1 });
    return job === undefined ? null : { id: job.id, kind, data: job.data, timeout: job.expireInSeconds };
  }

  async done({ kind, id }: TakenJob, outcome: string): Promise<void> {
    await this.boss.complete(kind, id, { outcome });
  }

  /** The job is tried again later, the third time parked. */
  async failed({ kind, id }: TakenJob, reason: string): Promise<void> {
    await this.boss.fail(kind, id, { message: reason });
  }

  /** How many wait, of one kind. */
  waiting(kind: JobName): Promise<number> {
    return this.boss.getQueueSize(kind);
  }

  async counts(): Promise<Record<JobName, JobCounts>> {
    const { rows } = await this.execute(
      `select name, case when state = 'active' then 'active' else 'waiting' end as state, count(*)::text as jobs
       from ${schema}.job where state <= 'active' group by 1, 2`,
    );
    const found = rows as { name: string; state: string; jobs: string }[];
    const count = (name: string, state: string) =>
      Number(found.find((row) => row.name === name && row.state === state)?.jobs ?? 0);
    const of = ({ name }: JobKind): [JobName, JobCounts] => [
      name,
      {
        waiting: count(name, 'waiting'),
        active: count(name, 'active'),
        parked: count(parkedName(name), 'waiting'),
      },
    ];
    return Object.fromEntries(this.kinds.map(of)) as Record<JobName, JobCounts>;
  }

  /** Oldest first. */
  async parked(limit: number): Promise<ParkedJob[]> {
    const { rows } = await this.execute(
      `select id, name, coalesce(data->>'place', '') as place, coalesce(output->>'message', output->'value'->>'message', '') as reason, created_on
       from ${schema}.job where name = any($1) and state < 'active' order by created_on, id limit $2`,
      [this.kinds.map(({ name }) => parkedName(name)), limit],
    );
    return (rows as { id: string; name: string; place: string; reason: string; created_on: Date }[]).map(
      ({ id, name, place, reason, created_on }) => ({
        id,
        kind: this.kinds.find((kind) => parkedName(kind.name) === name)!.name,
        place,
        reason,
        parkedAt: new Date(created_on).toISOString(),
      }),
    );
  }

  /** Gives parked jobs another three tries. Broken off in the middle, none is lost and none is there twice. */
  async retry(parked: readonly ParkedJob[]): Promise<void> {
    for (const { kind, id } of parked) {
      const job = await this.boss.getJobById<NewJob['data']>(parkedName(kind), id);
      if (job === null) continue;
      await this.add([{ kind, id, data: job.data }]);
      await this.boss.deleteJob(parkedName(kind), id);
    }
  }

  /** Ends the look for lost jobs; the database stays open. */
  async close(): Promise<void> {
    await this.boss.stop({ graceful: false, close: false });
  }
}
