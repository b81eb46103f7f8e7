import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { ruleEngine } from '../attribute/rules/engine.js';
import { openLedger, type Ledger } from '../ledger/ledger.js';
import { testPlaces, testServer, type TestPlace } from '../ledger/test-places.js';
import { serveHealth } from './health.js';
import { jobKinds, readJob, type Workbench } from './kinds.js';
import { WorkerMetrics } from './metrics.js';
import { JobQueue } from './queue.js';
import { Worker, type WorkerEvents } from './worker.js';

const textOf = (n: number) => `Ada Berg said that bridge ${n} would open in May. “It is fine,” Berg said.`;
const fetchPage = () => Promise.reject(new Error('nothing is fetched here'));

/** What the database driver throws where a file cannot grow. */
const diskFull = () => Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' }); // prettier-ignore
/** What the file system throws beneath the embedded database. */
const noSpace = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

/** What a worker tells, kept. */
class Told implements WorkerEvents {
  readonly outcomes: string[] = [];
  readonly failures: string[] = [];
  readonly waits: string[] = [];
  readonly finished: WorkerEvents['finished'] = (_, outcome) => this.outcomes.push(outcome);
  readonly failed: WorkerEvents['failed'] = (_, reason) => this.failures.push(reason);
  readonly waiting: WorkerEvents['waiting'] = (reason) => this.waits.push(reason);
}

// The limits are for what hangs: a busy machine takes ten times as long as an idle one.
for (const [name, make] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(
    `a worker on ${name} (PostgreSQL needs ONRECORD_TEST_POSTGRES)`,
    { timeout: 300_000 },
    () => {
      let place: TestPlace;
      let ledger: Ledger;
      let queue: JobQueue;

      beforeAll(async () => {
        place = await make();
        ledger = await openLedger(place.location);
        queue = await JobQueue.open(ledger.execute, jobKinds, () => undefined, 1);
      }, 300_000);
      afterAll(async () => {
        await queue.close();
        await ledger.close();
        await place.remove();
      }, 300_000);

      const add = (numbers: readonly number[]) =>
        queue.add(numbers.map((n) => readJob(`${n}.txt`, { bytes: Buffer.from(textOf(n)), format: 'text' }, new Date(0)))); // prettier-ignore
      const workWith = (change: Partial<Workbench>, events: WorkerEvents) =>
        new Worker(queue, jobKinds, { ledger, engine: ruleEngine, fetchPage, ...change }, events, { pause: 50, drain: true }); // prettier-ignore
      const articles = async () => (await ledger.summary()).articles;
      const storing = (store: Ledger['store']): Ledger => ({ ...ledger, store });

      it('parks what fails three times, with the reason, and does the rest', async () => {
        const told = new Told();
        const analyse: typeof ruleEngine.analyse = (text, language) => {
          if (text.includes('bridge 2 ')) throw new Error('the reader cannot stand bridge 2');
          return ruleEngine.analyse(text, language);
        };
        await add([1, 2, 3]);
        await workWith({ engine: { version: ruleEngine.version, analyse } }, told).run();
        expect(await articles()).toBe(2);
        expect(told.failures).toEqual(Array(3).fill('the reader cannot stand bridge 2'));
        const parked = await queue.parked(10);
        expect(parked.map(({ place: where, reason }) => [where, reason])).toEqual([
          ['2.txt', 'the reader cannot stand bridge 2'],
        ]);
        await queue.retry(parked);
        await workWith({}, told).run();
        expect(await articles()).toBe(3);
        expect(await queue.parked(10)).toEqual([]);
      });

      it.each([
        ['the disk of the database is full', diskFull],
        ['the disk of the ledger’s folder is full', noSpace],
      ])('waits while %s, uses up no try, and goes on', async (_, error) => {
        const told = new Told();
        const before = await articles();
        let refused = 0;
        const full = storing((...given) =>
          refused++ < 3 ? Promise.reject(error()) : ledger.store(...given),
        );
        const numbers = [1, 2].map((n) => before * 100 + n);
        await add(numbers);
        await workWith({ ledger: full }, told).run();
        expect(await articles()).toBe(before + 2);
        expect(told.waits.length).toBeGreaterThanOrEqual(3);
        expect(told.waits[0]).toMatch(/No space|no space/u);
        expect(told.failures).toEqual([]);
        expect(await queue.parked(10)).toEqual([]);
      });

      if (name === 'PostgreSQL')
        it('goes on where the server ends its connections in the middle', async () => {
          const told = new Told();
          const before = await articles();
          const admin = new pg.Client({ connectionString: testServer });
          await admin.connect();
          const cut = storing(async (...given) => {
            const stored = ledger.store(...given);
            if (ended++ < 2)
              await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
                new URL(place.location).pathname.slice(1),
              ]);
            return stored;
          });
          let ended = 0;
          const numbers = Array.from({ length: 6 }, (_, n) => 10_000 + n);
          await add(numbers);
          await workWith({ ledger: cut }, told).run();
          await admin.end();
          expect(ended).toBeGreaterThan(2);
          expect(await articles()).toBe(before + numbers.length);
          expect(told.failures).toEqual([]);
          expect(await queue.parked(10)).toEqual([]);
        });

      it('ends after the jobs in hand when it is stopped, and leaves the others', async () => {
        const before = await articles();
        const told = new Told();
        const slow = storing((...given) => {
          worker.stop();
          return ledger.store(...given);
        });
        const worker = workWith({ ledger: slow }, told);
        await add([20_001, 20_002, 20_003]);
        await worker.run();
        expect(worker.running).toBe(0);
        expect(await articles()).toBe(before + 1);
        expect((await queue.counts()).read).toMatchObject({ waiting: 2, active: 0 });
        await workWith({}, told).run();
        expect(await articles()).toBe(before + 3);
      });

      it('serves its health and metrics', async () => {
        const metrics = new WorkerMetrics(queue);
        await add([30_001]);
        await workWith({}, metrics).run();
        metrics.failed({ id: 'x', kind: 'read', data: {}, timeout: 1 }, 'for the count', 0.1);
        let down = false;
        const execute: Ledger['execute'] = (...given) =>
          down ? Promise.reject(new Error('the password is hunter2')) : ledger.execute(...given);
        const health = await serveHealth(0, execute, metrics);
        const get = async (path: string) => {
          const answer = await fetch(new URL(path, health.address));
          return [answer.status, await answer.text()] as const;
        };
        try {
          expect(await get('health')).toEqual([200, '{"status":"ok"}\n']);
          const [status, text] = await get('metrics');
          expect(status).toBe(200);
          expect(text).toMatch(/^onrecord_jobs_total\{kind="read",outcome="new"\} 1$/mu);
          expect(text).toMatch(/^onrecord_jobs_total\{kind="read",outcome="failed"\} 1$/mu);
          expect(text).toMatch(/^onrecord_queue_jobs\{kind="read",state="waiting"\} 0$/mu);
          expect((await get('else'))[0]).toBe(404);
          down = true;
          const [ill, words] = await get('health');
          expect(ill).toBe(503);
          expect(words).not.toContain('hunter2');
        } finally {
          await health.close();
        }
      });
    },
  );
}
