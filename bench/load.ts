/**
 * Loads generated articles into a fresh ledger and measures what is asked of it, at a tenth of the size and at the whole:
 *   npx tsx bench/load.ts --articles 10000 --ledger <folder | postgres:// URL; new or cut short> [--writers 4] [--no-vectors]
 * An article has 15 statements; words come as often as in news (src/link/utterances/frequencies.json), speakers and outlets by Zipf's law, and
 * one article in ten is a copy of an earlier one. Vectors are generated too, each near one of 2,000 centres: the encoder would take
 * most of the time, and what is measured is the index.
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openLedger, type Ledger } from '../src/ledger/ledger.js';
import { hash } from '../src/link/utterances/keys.js';
import { vectorWidth, type SentenceEncoder } from '../src/sentences/encoder.js';
import { acts } from '../src/terms/vocabulary.js';
import { fillings } from './linking/families.js';
import { articleOf, firstDay, name, ranked, statementsAnArticle, word, type Random } from './generated.js';
import { seeded } from './linking/generate.js';

async function load(ledger: Ledger, from: number, to: number, writers: number): Promise<number> {
  const started = performance.now();
  let next = from;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (next < to) await ledger.store(articleOf(next++), { engine: 'bench/1' });
    }),
  );
  return (performance.now() - started) / 1000;
}

const [centres, spread] = [2000, 0.6];
const vectorsVersion = 'bench/1';

/** A vector of length 1 near the nth centre, as far from it as statements on one matter are from each other. */
function vectorNear(centre: number, random: Random): Float32Array {
  const middle = seeded(centre + 31);
  const numbers = Float32Array.from(
    { length: vectorWidth },
    () => middle() - 0.5 + spread * (random() - 0.5),
  );
  const length = Math.sqrt(numbers.reduce((sum, n) => sum + n * n, 0));
  return numbers.map((n) => n / length);
}

/** Encodes by a text's hash, so that the same words have the same vector. */
const encoder: SentenceEncoder = {
  version: vectorsVersion,
  encode: (texts) =>
    Promise.resolve(
      texts.map((text) => {
        const random = seeded(Number(BigInt.asUintN(31, BigInt(hash(text)))));
        return vectorNear(ranked(random, centres), random);
      }),
    ),
};

/** @returns seconds. */
async function encodeAll(ledger: Ledger): Promise<number> {
  const started = performance.now();
  for await (const count of ledger.encode()) process.stdout.write(`\r  ${count} statements with a vector`);
  process.stdout.write('\n');
  return (performance.now() - started) / 1000;
}

/** Of the 50 nearest by the index, the share that is among the 50 nearest of all; over 20 questions. */
async function recall(ledger: Ledger): Promise<number> {
  const random = seeded(5);
  let found = 0;
  for (let i = 0; i < 20; i++) {
    const words = word(random);
    const { rows } = await ledger.search({ words, by: 'meaning', limit: 50 });
    const [vector] = await encoder.encode([words]);
    const all = await ledger.execute(
      `select statement_id from (select statement_id, (vector <=> $1::halfvec) + 0 as distance from statement_vector) v order by distance limit 50`,
      [`[${[...vector!].join(',')}]`],
    );
    const nearest = new Set((all.rows as { statement_id: string }[]).map((row) => row.statement_id));
    found += rows.filter(({ statement }) => nearest.has(statement.id)).length;
  }
  return found / 1000;
}

async function measure(
  name_: string,
  count: number,
  ask: (random: Random) => Promise<unknown>,
): Promise<void> {
  const random = seeded(count);
  const times: number[] = [];
  for (let i = 0; i < count + 5; i++) {
    const started = performance.now();
    await ask(random);
    if (i >= 5) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(1).padStart(8);
  console.log(`  ${name_.padEnd(34)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`);
}

async function ask(ledger: Ledger, articles: number): Promise<void> {
  const day = (random: Random) => new Date(firstDay + Math.floor((random() * articles) / 1000) * 86_400_000).toISOString().slice(0, 10); // prettier-ignore
  await measure('word search, by time', 100, (r) => ledger.search({ words: word(r), limit: 50 }));
  await measure('two words, by time', 100, (r) => ledger.search({ words: `${word(r)} ${word(r)}`, limit: 50 }));
  await measure('word search, by relevance', 50, (r) => ledger.search({ words: word(r), sort: 'relevance', limit: 50 })); // prettier-ignore
  if (values.vectors && (await ledger.keepsVectors())) {
    await measure('by meaning', 100, (r) => ledger.search({ words: word(r), by: 'meaning', limit: 50 }));
    await measure('by meaning, one act', 50, (r) => ledger.search({ words: word(r), by: 'meaning', act: acts[ranked(r, acts.length)]!, limit: 50 }));
    await measure('by both', 50, (r) => ledger.search({ words: word(r), by: 'both', limit: 50 }));
    console.log(`  of the 50 nearest the index finds ${(await recall(ledger)).toFixed(3)}`);
  }
  await measure('facets of a word', 30, (r) => ledger.facets({ words: word(r) }));
  await measure('a speaker’s timeline', 100, (r) => ledger.statements({ speaker: name(ranked(r, 5000)), limit: 50 })); // prettier-ignore
  await measure('recognition as of a day', 30, (r) => ledger.recognition(fillings['country']![ranked(r, 15)]!, day(r))); // prettier-ignore
  const { rows } = await ledger.statements({ limit: 200 });
  await measure('an utterance', 100, (r) => ledger.utterance(rows[Math.floor(r() * rows.length)]!.id));
} // prettier-ignore

async function bytes(location: string): Promise<number | null> {
  if (!location.startsWith('postgres')) return null;
  const client = new pg.Client({ connectionString: location });
  await client.connect();
  await client.query('vacuum analyze');
  const { rows } = await client.query<{ size: string }>(
    'select pg_database_size(current_database()) as size',
  );
  await client.end();
  return Number(rows[0]!.size);
}

const { values } = parseArgs({ options: { articles: { type: 'string', default: '1000' }, ledger: { type: 'string' }, writers: { type: 'string', default: '4' }, vectors: { type: 'boolean', default: true } }, allowNegative: true }); // prettier-ignore
if (values.ledger === undefined) throw new Error('Say where: --ledger <new folder | postgres:// URL>');
const articles = Number(values.articles);
const ledger = await openLedger(values.ledger, undefined, encoder);
// A run that was cut goes on where it ended.
let done = (await ledger.summary()).articles;
for (const size of [Math.floor(articles / 10), articles].filter((wanted) => wanted >= done)) {
  const seconds = await load(ledger, done, size, Number(values.writers));
  console.log(`${size} articles, ${size * statementsAnArticle} statements: ${((size - done) / seconds).toFixed(1)} articles/s`); // prettier-ignore
  done = size;
  if (values.vectors && (await ledger.keepsVectors()))
    console.log(`  vectors into their index: ${(await encodeAll(ledger)).toFixed(0)} s`);
  const stored = await bytes(values.ledger);
  if (stored !== null) console.log(`  ${(stored / (size * statementsAnArticle)).toFixed(0)} bytes a statement, with its share of everything`); // prettier-ignore
  await ask(ledger, size);
}
await ledger.close();
