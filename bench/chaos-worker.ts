/**
 * A worker for the tests that kill workers: the rules engine, and a reader that dies of any text that says so.
 *   tsx chaos-worker.ts <ledger>
 */
import { ruleEngine } from '../src/attribute/rules/engine.js';
import { jobKinds } from '../src/jobs/kinds.js';
import { JobQueue } from '../src/jobs/queue.js';
import { Worker } from '../src/jobs/worker.js';
import { openLedger } from '../src/ledger/ledger.js';

const ledger = await openLedger(process.argv[2]!);
const queue = await JobQueue.open(ledger.execute, jobKinds, () => undefined, 1);
const engine = {
  version: ruleEngine.version,
  analyse: (text: string, language: string | null) => {
    if (text.includes('The reader dies of this.')) process.kill(process.pid, 'SIGKILL');
    return ruleEngine.analyse(text, language);
  },
};
const nothing = () => undefined;
const events = {
  finished: nothing,
  failed: (job: { id: string }, reason: string) => {
    console.error(`${job.id}: ${reason}`);
  },
  waiting: nothing,
};
const refuse = () => Promise.reject(new Error('this worker fetches nothing'));
const worker = new Worker(queue, jobKinds, { ledger, engine, fetchPage: refuse }, events, { pause: 100 });
process.on('SIGTERM', () => {
  worker.stop();
});
console.log('ready');
await worker.run();
await queue.close();
await ledger.close();
