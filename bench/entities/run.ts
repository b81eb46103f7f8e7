/**
 * Links generated people on PostgreSQL and counts how well and how fast:
 *   npx tsx bench/entities/run.ts postgres://… [--people 20000] [--per-person 3] [--seed 7] [--writers 4]
 * The database must be empty; with --linked, what an interrupted run has linked in it is scored. Pairs: two mentions of one person in one entity are right; in two, missed; of two people in
 * one entity, wrong. A name told twice in one article counts once.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sql, type Transaction } from 'kysely';
import { connect, type Database } from '../../src/ledger/database.js';
import { findCandidates } from '../../src/ledger/entities/candidates.js';
import { linkRecord } from '../../src/ledger/entities/link-record.js';
import { keysOf } from '../../src/link/entities/index-keys.js';
import type { LedgerRecord } from '../../src/terms/record.js';
import { generate, type GeneratedArticle } from './generate.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    people: { type: 'string', default: '20000' },
    'per-person': { type: 'string', default: '3' },
    seed: { type: 'string', default: '7' },
    writers: { type: 'string', default: '4' },
    linked: { type: 'boolean', default: false },
    wrong: { type: 'string', default: '0' },
  },
});

const articles = generate(Number(values.people), Number(values['per-person']), Number(values.seed));
const { db, close } = await connect(positionals[0]!);
try {
  if (!values.linked) await insertArticles(db, articles);
  const began = performance.now();
  const turn = (values.linked ? [] : articles).entries();
  await Promise.all(Array.from({ length: Number(values.writers) }, () => linkAll(turn)));
  const seconds = (performance.now() - began) / 1000;
  await sql`vacuum analyze`.execute(db);
  const score = await scorePairs(db, articles, Number(values.wrong));
  console.log(JSON.stringify({ ...values, articles: articles.length, seconds, ...score }, null, 2));
  console.log(JSON.stringify(await timeLookups(db, articles), null, 2));
} finally {
  await close();
}

function idOf(i: number): string {
  return i.toString(16).padStart(16, '0');
}

/** One of several writers that share the articles out among them, about in order of day. */
async function linkAll(turn: IterableIterator<[number, GeneratedArticle]>): Promise<void> {
  for (const [i, article] of turn) {
    await db.transaction().execute((tx) => link(tx, article, i));
    if (i % 1000 === 999) await sql`analyze entity_name, entity_link, entity`.execute(db);
  }
}

async function insertArticles(into: Database, all: readonly GeneratedArticle[]): Promise<void> {
  for (let from = 0; from < all.length; from += 5000) {
    const ids = all.slice(from, from + 5000).map((_, k) => idOf(from + k));
    await sql`insert into article (article_id, recorded_at) select unnest(${ids}::text[]), now()`.execute(
      into,
    );
    await sql`insert into article_version (article_id, version_id, authors, text, recorded_at) select unnest(${ids}::text[]), 'v', '[]', '', now()`.execute(into); // prettier-ignore
    await sql`insert into run (article_id, version_id, run_id, engine, record, recorded_at) select unnest(${ids}::text[]), 'v', 'r', 'bench', '{}', now()`.execute(into); // prettier-ignore
  }
}

function link(tx: Transaction<unknown>, article: GeneratedArticle, i: number): Promise<void> {
  const statements = article.mentions.map(({ name, role }, k): LedgerRecord['statements'][number] => ({
    kind: 'indirect', source: [], cue: [], content: [[k, k + 1]], cueLemma: null, speaker: { mention: name, entity: name, type: 'person', role },
    medium: null, relay: null, act: 'assert', edits: [], about: [...article.places],
  })); // prettier-ignore
  const record: LedgerRecord = {
    article: { url: null, outlet: null, title: null, authors: [], published: article.day, language: 'en', text: '' },
    statements, positions: [], relations: [], designations: [],
  }; // prettier-ignore
  return linkRecord(tx, record, { article: idOf(i), run: 'r', day: article.day }, new Date(Date.UTC(2024, 0, 1) + i * 1000)); // prettier-ignore
}

async function scorePairs(
  from: Database,
  all: readonly GeneratedArticle[],
  examples: number,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ article_id: string; name: string; entity_id: string; score: number }>`
    select article_id, name, entity_id, score from entity_link`.execute(from);
  const entityOf = new Map(rows.map((row) => [`${row.article_id} ${row.name}`, row]));
  const cells = new Map<string, { person: number; entity: string; names: string[] }>();
  for (const [i, { mentions }] of all.entries()) {
    for (const { person, name, role } of mentions) {
      const entity = entityOf.get(`${idOf(i)} ${name}`)?.entity_id;
      if (entity === undefined) continue;
      const cell = cells.get(`${person} ${entity}`) ?? { person, entity, names: [] };
      cell.names.push(`${name} (${role ?? '-'})`);
      cells.set(`${person} ${entity}`, cell);
    }
  }
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const sums = (key: (cell: { person: number; entity: string }) => unknown): number => {
    const sizes = new Map<unknown, number>();
    for (const cell of cells.values()) sizes.set(key(cell), (sizes.get(key(cell)) ?? 0) + cell.names.length);
    return [...sizes.values()].reduce((sum, n) => sum + pairs(n), 0);
  };
  const right = [...cells.values()].reduce((sum, { names }) => sum + pairs(names.length), 0);
  const [linked, real] = [sums((cell) => cell.entity), sums((cell) => cell.person)];
  if (examples > 0) showWrong([...cells.values()], examples);
  return { mentions: [...cells.values()].reduce((sum, { names }) => sum + names.length, 0), entities: new Set([...cells.values()].map(({ entity }) => entity)).size, precision: right / linked, recall: right / real }; // prettier-ignore
}

function showWrong(
  cells: readonly { person: number; entity: string; names: string[] }[],
  examples: number,
): void {
  const group = (key: 'entity' | 'person'): [string | number, string[][]][] => {
    const found = new Map<string | number, string[][]>();
    for (const cell of cells) found.set(cell[key], [...(found.get(cell[key]) ?? []), cell.names]);
    return [...found].filter(([, all]) => all.length > 1);
  };
  for (const key of ['entity', 'person'] as const) {
    const wrong = group(key);
    console.error(`${key === 'entity' ? 'Merged wrongly' : 'Parted wrongly'}: ${wrong.length}`);
    for (const [, all] of wrong.filter((_, i) => i % Math.ceil(wrong.length / examples) === 0))
      console.error(`  ${all.map((names) => names.join(' / ')).join('   ||   ')}`);
  }
}

/**
 * Milliseconds of one look-up: candidates with their evidence, one name at a time on one connection. `server`, `client`: processor time
 * of this process and of the server's backend (where it runs on this machine), which a busy machine does not stretch.
 */
function timeLookups(from: Database, all: readonly GeneratedArticle[]): Promise<Record<string, number>> {
  const names = all.flatMap(({ mentions }) => mentions.map(({ name }) => keysOf(name, 'person')));
  const sample = Array.from({ length: 2000 }, (_, i) => names[Math.floor((i * names.length) / 2000)]!);
  return from.connection().execute(async (one) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(one);
    const times: number[] = [];
    const [backend, own] = [backendTime(rows[0]!.pid), ownTime()];
    for (const name of sample) {
      const began = performance.now();
      await findCandidates(one, [name], []);
      times.push(performance.now() - began);
    }
    const each = (ms: number): number => ms / sample.length;
    const cpu = { server: each(backendTime(rows[0]!.pid) - backend), client: each(ownTime() - own) };
    times.sort((a, b) => a - b);
    const mean = each(times.reduce((a, b) => a + b));
    return { ...cpu, mean, median: times[1000]!, p90: times[1800]!, p99: times[1980]! };
  });
}

function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** From Linux's /proc, in ticks of 10 ms. */
function backendTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
