/**
 * Every page over an embedded ledger of generated articles: time to the first byte, processor time, and weight.
 *   npx tsx bench/pages.ts --ledger <folder; filled where it is new> [--articles 1500] [--requests 60] [--only <part of a name>]
 * Pages are asked for one after the other over HTTP, each with another statement, article, name or word every time. Asked
 * for: p95 to the first byte under 60 ms, and under 100 KB a page; some pages send their frame before the rest is found, so
 * the last byte is told too. Processor time counts server, database and client, and says more than the clock where the
 * machine has other work.
 */
import { once } from 'node:events';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { parentPort, Worker, type MessagePort } from 'node:worker_threads';
import { serve } from '@hono/node-server';
import { createEngine } from '../src/attribute/create-engine.js';
import { openLedger, type Ledger } from '../src/ledger/ledger.js';
import { remembering } from '../src/ledger/remember.js';
import { createServer } from '../src/server.js';
import type { LedgerRecord } from '../src/terms/record.js';
import { acts, stances } from '../src/terms/vocabulary.js';
import { articleOf, ranked, word, type Random } from './generated.js';
import { fillings } from './linking/families.js';
import { seeded } from './linking/generate.js';

const country = (random: Random) => fillings['country']![ranked(random, 15)]!;

/** A generated article with positions and designations besides; every tenth has a second version. */
function withClaims(n: number): LedgerRecord {
  const record = articleOf(n);
  const random = seeded(n * 31 + 7);
  const claims = record.statements.map((statement, i) => ({ statement, i })).filter(({ i }) => i % 3 === 0);
  const positions: LedgerRecord['positions'] = claims.map(({ statement, i }) => ({
    holder: statement.speaker.entity!,
    stance: stances[ranked(random, stances.length)]!,
    proposition: { relation: 'join', subject: country(random), object: country(random) },
    statement: i,
    evidence: statement.content[0]!,
  }));
  const designations: LedgerRecord['designations'] = claims.map(({ statement, i }) => ({
    entity: country(random),
    label: record.article.text.slice(statement.content[0]![0], statement.content[0]![0] + 12).trim(),
    marks: [],
    voice: i % 2 === 0 ? 'outlet' : i,
    spans: [statement.source[0]!],
  }));
  return { ...record, positions, designations };
}

async function fill(ledger: Ledger, articles: number): Promise<void> {
  for (let n = 0; n < articles; n++) {
    const record = withClaims(n);
    await ledger.store(record, { engine: 'bench/1' });
    if (n % 10 === 0) {
      const text = `${record.article.text}\n\nThe article was edited.`;
      await ledger.store({ ...record, article: { ...record.article, text } }, { engine: 'bench/1' });
    }
    if (n % 100 === 99) console.error(`${n + 1} articles`);
  }
}

interface Facts {
  readonly statements: readonly string[];
  readonly articles: readonly string[];
  readonly edited: readonly string[];
  readonly speakers: readonly string[];
  readonly entities: readonly string[];
  readonly outlets: readonly string[];
}

async function factsOf(ledger: Ledger): Promise<Facts> {
  const { rows } = await ledger.statements({ limit: 500 });
  const articles = (await ledger.articles({ limit: 200 })).rows.map(({ id }) => id);
  const views = await Promise.all(articles.slice(0, 60).map((id) => ledger.article(id)));
  return {
    statements: rows.map(({ id }) => id),
    articles,
    edited: views.filter((view) => view!.versions.length > 1).map((view) => view!.id),
    speakers: (await ledger.speakers()).map(({ name }) => name),
    entities: (await ledger.entities({ speaking: true, limit: 300 })).map(({ id }) => id),
    outlets: (await ledger.outlets()).map(({ name }) => name),
  };
}

/** Each page, with an address for every request. */
function pagesOf(facts: Facts): Record<string, (random: Random) => string> {
  const any = (list: readonly string[], random: Random) => list[Math.floor(random() * list.length)]!;
  const often = (list: readonly string[], random: Random) => list[ranked(random, list.length)]!;
  const query = (path: string, of: Record<string, string>) => `${path}?${new URLSearchParams(of).toString()}`;
  return {
    'first page': () => '/',
    'all statements': () => '/search',
    'search: a word': (r) => query('/search', { q: word(r) }),
    'search: two words, by relevance': (r) =>
      query('/search', { q: `${word(r)} or ${word(r)}`, sort: 'relevance' }),
    'search: a speaker': (r) => query('/search', { speaker: often(facts.speakers, r) }),
    'search: a word in an outlet, an act': (r) =>
      query('/search', { q: word(r), outlet: often(facts.outlets, r), act: acts[ranked(r, acts.length)]! }),
    statement: (r) => `/statements/${any(facts.statements, r)}`,
    articles: () => '/articles',
    article: (r) => `/articles/${any(facts.articles, r)}`,
    'article: versions': (r) => `/articles/${any(facts.edited, r)}/versions`,
    speakers: () => '/speakers',
    speaker: (r) => query('/speaker', { name: often(facts.speakers, r) }),
    'speaker: on a word': (r) => query('/speaker', { name: often(facts.speakers, r), on: word(r) }),
    entities: () => '/entities',
    'entities: by name': (r) => query('/entities', { name: often(facts.speakers, r).slice(0, 4) }),
    entity: (r) => `/entities/${often(facts.entities, r)}`,
    outlets: () => '/outlets',
    positions: () => '/positions',
    'positions: about': (r) => query('/positions', { about: `join ${country(r)}` }),
    'positions: changes': () => '/positions/changes',
    recognition: () => '/recognition',
    'recognition: one state': (r) => query('/recognition', { entity: country(r) }),
    naming: () => '/naming',
    'naming: one state': (r) => query('/naming', { entity: country(r) }),
    corrections: () => '/corrections',
    alerts: () => '/alerts',
    add: () => '/add',
    health: () => '/health',
    audit: () => '/audit',
    'style sheet': () => '/style.css',
  };
}

interface Answer {
  readonly status: number;
  readonly firstByte: number;
  readonly lastByte: number;
  readonly processor: number;
  readonly bytes: number;
}

function ask(base: string, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const before = process.cpuUsage();
    const started = performance.now();
    get(`${base}${path}`, (response) => {
      // A name that one entity alone bears leads to its page: both answers count.
      const { location } = response.headers;
      if (response.statusCode === 303 && location !== undefined) {
        response.resume();
        const first = performance.now() - started;
        const { user, system } = process.cpuUsage(before);
        const both = (next: Answer) => ({
          ...next,
          firstByte: first + next.firstByte,
          lastByte: first + next.lastByte,
          processor: (user + system) / 1000 + next.processor,
        });
        ask(base, location).then((next) => { resolve(both(next)); }, reject); // prettier-ignore
        return;
      }
      let firstByte = 0;
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        if (bytes === 0) firstByte = performance.now() - started;
        bytes += chunk.length;
      });
      response.on('end', () => {
        const { user, system } = process.cpuUsage(before);
        resolve({
          status: response.statusCode!,
          firstByte,
          lastByte: performance.now() - started,
          processor: (user + system) / 1000,
          bytes,
        });
      });
      response.on('error', reject);
    }).on('error', reject);
  });
}

function at(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1).padStart(8);
}

const { values } = parseArgs({ options: { ledger: { type: 'string' }, articles: { type: 'string', default: '1500' }, requests: { type: 'string', default: '60' }, only: { type: 'string', default: '' } } }); // prettier-ignore

interface Served {
  readonly base: string;
  readonly facts: Facts;
}

/** Serves the ledger, filled where it is new, until told to stop. */
async function serveLedger(folder: string, port: MessagePort): Promise<void> {
  const ledger = await openLedger(folder);
  if ((await ledger.summary()).articles === 0) await fill(ledger, Number(values.articles));
  const { articles, statements } = await ledger.summary();
  console.log(`${articles} articles, ${statements} statements\n`);
  const { fetch } = createServer({
    ledger: remembering(ledger, { forAtMost: undefined }),
    engine: createEngine('rules'),
  });
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  port.postMessage({ base, facts: await factsOf(ledger) } satisfies Served);
  await once(port, 'message');
  server.close();
  await ledger.close();
}

async function measure({ base, facts }: Served): Promise<void> {
  console.log('| page | first byte p50, ms | p95 | last byte p50, ms | p95 | processor p50, ms | p95 | largest, KB |\n|---|---|---|---|---|---|---|---|'); // prettier-ignore
  const over: string[] = [];
  for (const [name, pathOf] of Object.entries(pagesOf(facts))) {
    if (!name.includes(values.only)) continue;
    const random = seeded(name.length * 97 + 5);
    for (let i = 0; i < 3; i++) await ask(base, pathOf(random));
    const answers: Answer[] = [];
    for (let i = 0; i < Number(values.requests); i++) answers.push(await ask(base, pathOf(random)));
    const broken = answers.filter(({ status }) => status !== 200).length;
    const [times, ends, processor] = [answers.map((a) => a.firstByte), answers.map((a) => a.lastByte), answers.map((a) => a.processor)]; // prettier-ignore
    const largest = Math.max(...answers.map(({ bytes }) => bytes)) / 1000;
    console.log(`| ${name} | ${at(times, 0.5)} | ${at(times, 0.95)} | ${at(ends, 0.5)} | ${at(ends, 0.95)} | ${at(processor, 0.5)} | ${at(processor, 0.95)} | ${largest.toFixed(1)} |${broken > 0 ? ` ${broken} not answered with 200` : ''}`); // prettier-ignore
    if (Number(at(times, 0.95)) >= 60 || largest >= 100 || broken > 0) over.push(name);
  }
  console.log(over.length === 0 ? '\nAll within 60 ms and 100 KB.' : `\nNot within 60 ms and 100 KB, or not answered: ${over.join('; ')}`); // prettier-ignore
  process.exitCode = over.length === 0 ? 0 : 1;
}

if (values.ledger === undefined) throw new Error('Say where: --ledger <folder; filled where it is new>');
if (parentPort === null) {
  // The server has a thread of its own: an embedded database holds the thread that it answers on.
  const typed = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(import.meta.url)})))`;
  const server = new Worker(typed, { eval: true, argv: process.argv.slice(2) });
  const [served] = (await once(server, 'message')) as [Served];
  await measure(served);
  server.postMessage('stop');
} else {
  await serveLedger(values.ledger, parentPort);
}
