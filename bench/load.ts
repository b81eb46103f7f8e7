/**
 * Loads generated articles into a fresh ledger and measures what is asked of it, at a tenth of the size and at the whole:
 *   npx tsx bench/load.ts --articles 10000 --ledger <new folder | postgres:// URL of an empty database> [--writers 4]
 * An article has 15 statements; words come as often as in news (src/link/utterances/frequencies.json), speakers and outlets by Zipf's law, and
 * one article in ten is a copy of an earlier one.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openLedger, type Ledger } from '../src/ledger/ledger.js';
import type { LedgerRecord } from '../src/terms/record.js';
import { acts, polarities } from '../src/terms/vocabulary.js';
import { fillings } from './linking/families.js';
import { seeded } from './linking/generate.js';

const frequencies = JSON.parse(
  readFileSync(new URL('../src/link/utterances/frequencies.json', import.meta.url), 'utf8'),
) as { statements: Record<string, number> };
const vocabulary = Object.entries(frequencies.statements);
const total = vocabulary.reduce((sum, [, n]) => sum + n, 0);
const cumulative: number[] = [];
vocabulary.reduce((sum, [, n], i) => (cumulative[i] = sum + n), 0);
const statementsAnArticle = 15;
const firstDay = Date.UTC(2022, 0, 1);

type Random = () => number;

function word(random: Random): string {
  const at = random() * total;
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low]![0];
}

function name(rank: number): string {
  const random = seeded(rank);
  const part = () => 'ba dro fa gri ja kle la mo na sa te vi'.split(' ')[Math.floor(random() * 12)]!;
  const capital = (s: string) => s.charAt(0).toUpperCase() + s.slice(1);
  return `${capital(part() + part())} ${capital(part() + part() + part())}${rank % 7 === 0 ? 'nov' : 'rek'}`;
}

/** Zipf's law, near enough: the first of `n` about ten times as often as the tenth. */
function ranked(random: Random, n: number): number {
  return Math.min(n - 1, Math.floor(Math.exp(random() * Math.log(n + 1))) - 1);
}

/** The nth article, always the same. Days rise with n, a thousand articles a day. */
function articleOf(n: number): LedgerRecord {
  const source = seeded(n)() < 0.1 && n > 10 ? n - 1 - Math.floor(seeded(n + 1)() * 9) : n;
  const random = seeded(source * 7919 + 1);
  const country = () => fillings['country']![ranked(random, 15)]!;
  let text = '';
  const statements: LedgerRecord['statements'] = [];
  const relations: LedgerRecord['relations'] = [];
  for (let i = 0; i < statementsAnArticle; i++) {
    const who = name(ranked(random, 5000));
    const words = Array.from({ length: 12 + Math.floor(random() * 20) }, () => word(random)).join(' ');
    const from = text === '' ? 0 : text.length + 2;
    text += `${text === '' ? '' : '\n\n'}${who} said ${words} in ${country()}.`;
    const cue = from + who.length + 1;
    const end = text.length - 1;
    statements.push({ kind: 'indirect', source: [[from, cue - 1]], cue: [[cue, cue + 4]], content: [[cue + 5, end]], cueLemma: 'say', speaker: { mention: who, entity: who, type: 'person', role: 'minister' }, medium: null, relay: null, act: acts[ranked(random, acts.length)]!, edits: [], about: [country()], confidence: random() });
    if (i % 5 === 0) relations.push({ relation: 'recognize', subject: country(), object: country(), over: null, polarity: polarities[ranked(random, polarities.length)]!, voice: i, span: [cue + 5, end] });
  }
  const day = new Date(firstDay + Math.floor(n / 1000) * 86_400_000).toISOString().slice(0, 10);
  return { article: { url: `https://outlet-${n % 200}.example/${n}`, outlet: `Outlet ${ranked(random, 200)}`, title: `Article ${n}`, authors: [], published: day, language: 'en', text }, statements, positions: [], relations, designations: [] };
} // prettier-ignore

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
