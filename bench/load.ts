/**
 * Loads generated articles into a fresh ledger and measures what is asked of it, at a tenth of the size and at the whole:
 *   npx tsx bench/load.ts --articles 10000 --ledger <new folder | postgres:// URL of an empty database> [--writers 4]
 * An article has 15 statements; words come as often as in news (src/link/utterances/frequencies.json), speakers and outlets by Zipf's law, and
 * one article in ten is a copy of an earlier one.
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openLedger, type Ledger } from '../src/ledger/ledger.js';
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

const { values } = parseArgs({ options: { articles: { type: 'string', default: '1000' }, ledger: { type: 'string' }, writers: { type: 'string', default: '4' } } }); // prettier-ignore
if (values.ledger === undefined) throw new Error('Say where: --ledger <new folder | postgres:// URL>');
const articles = Number(values.articles);
const ledger = await openLedger(values.ledger);
let done = 0;
for (const size of [Math.floor(articles / 10), articles]) {
  const seconds = await load(ledger, done, size, Number(values.writers));
  console.log(`${size} articles, ${size * statementsAnArticle} statements: ${((size - done) / seconds).toFixed(1)} articles/s`); // prettier-ignore
  done = size;
  const stored = await bytes(values.ledger);
  if (stored !== null) console.log(`  ${(stored / (size * statementsAnArticle)).toFixed(0)} bytes a statement, with its share of everything`); // prettier-ignore
  await ask(ledger, size);
}
await ledger.close();
