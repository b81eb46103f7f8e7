/**
 * Search under load: mixed questions over HTTP at a steady rate, from another process than the server's.
 *   npx tsx bench/requests.ts --ledger postgres://… [--articles 10000] [--rate 300] [--seconds 30] [--connections 20]
 * An empty database is filled with generated articles. The server runs in a process of its own, without the limit of
 * requests that one address has; two cores are asked for: `taskset -c 0,1` where the machine has more (client, server and
 * database share them). Asked for: 300 requests a second, none failed.
 */
import { fork } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import autocannon from 'autocannon';
import { createEngine } from '../src/attribute/create-engine.js';
import { keptFor } from '../src/cli/serve.js';
import { openLedger } from '../src/ledger/ledger.js';
import { createServer } from '../src/server.js';
import { acts, kinds } from '../src/terms/vocabulary.js';
import { articleOf, name, ranked, word, type Random } from './generated.js';
import { fillings } from './linking/families.js';
import { seeded } from './linking/generate.js';

/** Questions of one run; they repeat after so many. */
const questions = 2000;

function questionOf(random: Random): string {
  const kind = random();
  const query = new URLSearchParams({ limit: '20' });
  if (kind < 0.85) query.set('q', kind < 0.4 ? word(random) : kind < 0.6 ? `${word(random)} ${word(random)}` : kind < 0.7 ? `"${word(random)} ${word(random)}"` : `${word(random)} or ${word(random)}`); // prettier-ignore
  if (kind > 0.75) query.set('speaker', name(ranked(random, 5000)));
  if (random() < 0.2) query.set('act', acts[ranked(random, acts.length)]!);
  if (random() < 0.1) query.set('kind', kinds[ranked(random, kinds.length)]!);
  if (random() < 0.1) query.set('entity', fillings['country']![ranked(random, 15)]!);
  if (random() < 0.1) query.set('sort', 'relevance');
  if (random() < 0.1) query.set('from', '2022-01-02');
  const path = random() < 0.1 ? 'facets' : random() < 0.5 ? 'search' : 'statements';
  if (path === 'facets') for (const field of ['limit', 'sort']) query.delete(field);
  return `/api/v1/${path}?${query.toString()}`;
}

/** The server's process: fills an empty ledger, serves, and says where. */
async function serveLedger(location: string, articles: number): Promise<void> {
  const ledger = await openLedger(location);
  if ((await ledger.summary()).articles === 0) {
    let next = 0;
    const writer = async () => {
      while (next < articles) await ledger.store(articleOf(next++), { engine: 'bench/1' });
    };
    await Promise.all(Array.from({ length: 4 }, writer));
  }
  const { fetch } = createServer({ ledger: keptFor(ledger, location), engine: createEngine('rules'), limits: { requestsPerMinute: 10_000_000 } }); // prettier-ignore
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => {
    process.send?.({ port: (server.address() as AddressInfo).port, summary: null });
  });
  const { articles: stored, statements } = await ledger.summary();
  console.log(`${stored} articles, ${statements} statements`);
}

const { values } = parseArgs({ options: { ledger: { type: 'string' }, articles: { type: 'string', default: '10000' }, rate: { type: 'string', default: '300' }, seconds: { type: 'string', default: '30' }, connections: { type: 'string', default: '20' }, serve: { type: 'boolean', default: false } } }); // prettier-ignore
if (values.ledger === undefined)
  throw new Error('Say where: --ledger <postgres:// URL of a database for this bench | folder>');
if (values.serve) await serveLedger(values.ledger, Number(values.articles));
else {
  const server = fork(fileURLToPath(import.meta.url), ['--serve', '--ledger', values.ledger, '--articles', values.articles], { execArgv: ['--import', 'tsx'] }); // prettier-ignore
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    server.once('message', (message) => { resolve(message as { port: number }); }); // prettier-ignore
    server.once('exit', (code) => { reject(new Error(`The server ended with ${code}.`)); }); // prettier-ignore
  });
  const random = seeded(11);
  const requests = Array.from({ length: questions }, () => ({
    method: 'GET' as const,
    path: questionOf(random),
  }));
  const rate = Number(values.rate);
  const run = (seconds: number) =>
    autocannon({ url: `http://127.0.0.1:${port}`, connections: Number(values.connections), overallRate: rate, duration: seconds, requests, timeout: 10 }); // prettier-ignore
  await run(3);
  const result = await run(Number(values.seconds));
  const failed = result.non2xx + result.errors + result.timeouts;
  const { p50, p97_5, p99, max } = result.latency;
  console.log(`${result.requests.average.toFixed(0)} requests a second asked at ${rate}; ${result.requests.total} in all, ${failed} failed`); // prettier-ignore
  console.log(`latency ms: p50 ${p50}, p97.5 ${p97_5}, p99 ${p99}, longest ${max}`);
  server.kill();
  process.exitCode = failed > 0 || result.requests.average < rate * 0.98 ? 1 : 0;
}
