import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../src/ledger/ledger.js';
import { jobKinds } from '../src/jobs/kinds.js';
import { JobQueue } from '../src/jobs/queue.js';
import { testPlaces, testServer, type TestPlace } from '../src/ledger/test-places.js';
import { articleText, drained, enqueue, groupsOf, poison, retold, WorkerPool } from './chaos.js';

/** Few, so that it is quick; three workers and a kill every second or so still hit many of them. */
const articles = 80;

// The limit is for what hangs: a busy machine takes ten times as long as an idle one.
describe.skipIf(testServer === undefined)(
  'workers that are killed (needs ONRECORD_TEST_POSTGRES)',
  { timeout: 900_000 },
  () => {
    let place: TestPlace;
    beforeAll(async () => {
      place = await testPlaces.PostgreSQL();
    }, 300_000);
    afterAll(() => place.remove(), 300_000);

    it('put each article on record exactly once, lose none, and park the one that no reader survives', async () => {
      const texts = Array.from({ length: articles }, (_, n) => articleText(n));
      await enqueue(place.location, [...texts.slice(0, 40), poison, ...texts.slice(40)], 4);
      const pool = new WorkerPool(place.location, 3);
      let looks = 0;
      const state = await drained(place.location, 800, () => {
        if (looks++ % 2 === 1 && pool.kills < 5) pool.kill();
      });
      await pool.stop();
      expect(pool.kills).toBeGreaterThan(2);
      const ledger = await openLedger(place.location);
      const queue = await JobQueue.open(ledger.execute, jobKinds, () => undefined, null);
      try {
        // A kill may hit one article three times, which parks it too: it is there, and tried again it is read.
        const parked = await queue.parked(100);
        expect(state.parked).toBe(parked.length);
        expect(parked.map(({ place: where }) => where)).toContain('40.txt');
        await queue.retry(parked.filter(({ place: where }) => where !== '40.txt'));
      } finally {
        await queue.close();
        await ledger.close();
      }
      if (state.parked > 1) {
        const rest = new WorkerPool(place.location, 1);
        await drained(place.location, 300);
        await rest.stop();
      }
      const after = await openLedger(place.location);
      const found: string[] = [];
      for await (const { record } of after.records()) found.push(record.article.text);
      const summary = await after.summary();
      const groups = await groupsOf(after);
      await after.close();
      const hash = (list: readonly string[]) =>
        createHash('sha256')
          .update([...list].sort().join('\n'))
          .digest('hex');
      expect(found).toHaveLength(articles);
      expect(hash(found)).toBe(hash(texts));
      expect(summary).toMatchObject({ articles, versions: articles, statements: 2 * articles });
      expect(groups.map((members) => members.split(' ').length)).toEqual(Array.from({ length: (2 * articles) / retold }, () => retold)); // prettier-ignore
    });
  },
);
