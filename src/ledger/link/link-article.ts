import { sql, type RawBuilder, type Transaction } from 'kysely';
import { copiedFrom, likeness, sketchOf, type Sketch } from '../../link/utterances/copies.js';
import { linkable, linker, linksOf, type Candidate, type Linkable } from '../../link/utterances/group.js';
import { fewStems, windowDays } from '../../link/utterances/keys.js';
import { traitsOf, type Report } from '../../link/utterances/traits.js';
import type { Statement } from '../../terms/record.js';
import { bigintArray, joinAlike, membersOf, placesOf, type Alike, type Decision } from './groups.js';

type Tx = Transaction<unknown>;

/** So many reports at most are compared with an article's, the latest first. */
const mostCandidates = 2000;
const millisecondsADay = 86_400_000;

interface RawReport {
  readonly statement_id: string;
  readonly article_id: string;
  readonly run_id: string;
  readonly day: number;
  readonly entity: string | null;
  readonly entity_id: string | null;
  readonly act: Statement['act'];
  readonly content_texts: readonly string[];
  /** As the database writes an array, which is quicker to read than a list of texts. */
  readonly keys?: string;
}

/**
 * Links an article that has just been stored: its text with the texts that it copies, then its statements with those on
 * record that report the same utterances. What this costs depends on what was told in the same fortnight, not on how much
 * the ledger holds. Linking an article again adds nothing.
 *
 * Two articles that are stored together must see each other, so they take turns. Most of the work is done before the turn;
 * in it, only what was linked since is looked at. The turn ends with the transaction, which linking ends.
 */
export async function linkArticle(tx: Tx, article: string, at: Date): Promise<void> {
  const decision: Decision = { action: 'join', by: linker, byHand: false, reason: null, at };
  const { rows, seen } = await reportsOf(tx, article);
  const text = await newestText(tx, article);
  const fresh = rows.map((row) => linkable(reportOf(row)));
  await planForKeys(tx);
  const search = searchFor(article, fresh);
  const before = search === null ? [] : await candidatesFor(tx, search, everything);
  await sql`select pg_advisory_xact_lock(7205759403792794)`.execute(tx);
  const copies = await linkCopies(tx, article, text, decision);
  if (search === null) return;
  const since = await candidatesFor(tx, search, linkedSince(seen));
  await keepKeys(tx, rows, fresh);
  const candidates = [...new Map([...before, ...since].map((one) => [one.report.statementId, one])).values()];
  const links = linksOf(fresh.map((one) => amongCopies(one, copies)), candidates.map((one) => amongCopies(one, copies))); // prettier-ignore
  await joinAlike(tx, 'utterance', links, decision);
}

/**
 * The planner takes a scan of the table for cheaper than several hundred keys in its index, which is a hundred times as
 * quick, and then wants another process and a compiled plan for what is done before either has begun.
 */
async function planForKeys(tx: Tx): Promise<void> {
  await sql`select set_config('enable_seqscan', 'off', true), set_config('max_parallel_workers_per_gather', '0', true),
    set_config('jit', 'off', true)`.execute(tx);
}

/** The statements that an article shows, and the number of the newest report that was linked before they were read. */
async function reportsOf(tx: Tx, article: string): Promise<{ rows: RawReport[]; seen: string }> {
  const { rows } = await sql<RawReport & { seen: string }>`
    select s.statement_id, s.article_id, s.run_id, (h.day - date '1970-01-01') as day, s.entity, e.entity_id, s.act, s.content_texts,
      (select coalesce(max(seq), 0) from utterance_key) as seen
    from shown_statement h join statement s using (article_id, run_id, statement_id)
      left join entity_link e on e.article_id = s.article_id and e.name = s.entity
    where h.article_id = ${article} order by h.ordinal`.execute(tx);
  return { rows, seen: rows[0]?.seen ?? '0' };
}

function reportOf(row: RawReport): Report {
  const { statement_id: statementId, article_id: articleId, day, entity: speaker, act } = row;
  const entity = row.entity_id ?? undefined;
  return { statementId, articleId, day, speaker, entity, act, content: row.content_texts.join(' ') };
}

/** Copies matter only where they are copies of the new article: whether others are copies of each other is not asked. */
function amongCopies<R extends { readonly report: Report }>(one: R, { group, articles }: Copies): R {
  return group !== undefined && articles.has(one.report.articleId)
    ? { ...one, report: { ...one.report, copies: group } }
    : one;
}

/** What an article's statements are looked for by. */
interface Search {
  readonly article: string;
  readonly from: string;
  readonly to: string;
  readonly name: readonly string[];
  readonly entity: readonly string[];
  /** Keys of which one is enough, whatever it is made of. */
  readonly sure: readonly string[];
}

function searchFor(article: string, fresh: readonly Linkable[]): Search | null {
  if (fresh.length === 0) return null;
  const days = fresh.map(({ report }) => report.day);
  const few = fresh.filter(({ stems }) => stems.size <= fewStems).flatMap(({ asked }) => [...asked.name, ...asked.entity]); // prettier-ignore
  return {
    article,
    from: dateOf(Math.min(...days) - windowDays),
    to: dateOf(Math.max(...days) + windowDays),
    name: [...new Set(fresh.flatMap(({ asked }) => asked.name))],
    entity: [...new Set(fresh.flatMap(({ asked }) => asked.entity))],
    sure: [...new Set([...fresh.flatMap(({ asked }) => asked.run), ...few])],
  };
}

function dateOf(day: number): string {
  return new Date(day * millisecondsADay).toISOString().slice(0, 10);
}

const everything = sql`utterance_key`;

/** Few rows, found by their number rather than by their keys. */
function linkedSince(seen: string): RawBuilder<unknown> {
  return sql`(select * from utterance_key where seq > ${seen}::bigint offset 0)`;
}

/** Reports of other articles that share enough keys (`sharesEnough`); of several runs that have a statement, one. */
async function candidatesFor(tx: Tx, search: Search, among: RawBuilder<unknown>): Promise<Candidate[]> {
  const { article, from, to, name, entity, sure } = search;
  const shared = (keys: readonly string[]) => sql`count(*) filter (where key = any(${bigintArray(keys)}))`;
  const { rows } = await sql<RawReport>`
    select s.statement_id, s.article_id, s.run_id, k.day - date '1970-01-01' as day, s.entity, e.entity_id, s.act, s.content_texts,
      k.keys::text as keys
    from (select u.* from ${among} u, lateral (select ${shared(name)} as name, ${shared(entity)} as entity, ${shared(sure)} as sure from unnest(u.keys) key offset 0) shared
      where u.keys && ${bigintArray([...new Set([...name, ...entity, ...sure])])} and u.article_id <> ${article}
        and u.day between ${from}::date and ${to}::date
        and (shared.name > 1 or (shared.entity > 0 and shared.name = 0) or coalesce(u.stems, 0) <= ${fewStems}
          or shared.sure > 0)
      order by u.day desc, u.statement_id limit ${mostCandidates}) k
    join statement s using (article_id, run_id, statement_id)
    left join entity_link e on e.article_id = s.article_id and e.name = s.entity`.execute(tx);
  const once = new Map(rows.map((row) => [row.statement_id, row]));
  return [...once.values()].map((row) => ({ ...traitsOf(reportOf(row)), kept: (row.keys ?? '{}').slice(1, -1).split(',') }));
} // prettier-ignore

async function keepKeys(tx: Tx, rows: readonly RawReport[], fresh: readonly Linkable[]): Promise<void> {
  const values = rows.map(({ article_id, run_id, statement_id, day }, i) => ({
    article_id, run_id, statement_id, day: dateOf(day), keys: `{${[...new Set(fresh[i]!.kept)].join(',')}}`, stems: fresh[i]!.stems.size,
  })); // prettier-ignore
  await sql`insert into utterance_key (article_id, run_id, statement_id, day, keys, stems)
    select article_id, run_id, statement_id, day, keys::bigint[], stems
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as k(
      article_id text, run_id text, statement_id text, day date, keys text, stems integer)
    on conflict do nothing`.execute(tx);
}

interface RawSketch {
  readonly article_id: string;
  readonly version_id: string;
  readonly hashes: readonly string[];
}

/** An article's text as it is shown. */
interface Text {
  readonly version: string;
  readonly sketch: Sketch;
}

async function newestText(tx: Tx, article: string): Promise<Text | null> {
  const { rows } = await sql<{ version_id: string; text: string }>`select v.version_id, v.text
    from newest_reading r join article_version v using (article_id, version_id) where r.article_id = ${article}`.execute(
    tx,
  );
  return rows[0] === undefined ? null : { version: rows[0].version_id, sketch: sketchOf(rows[0].text) };
}

/** The articles that are copies of one text; nothing where an article is no copy. */
interface Copies {
  readonly group: string | undefined;
  readonly articles: ReadonlySet<string>;
}

/** Puts an article among the copies of its text, where there are any. */
async function linkCopies(tx: Tx, article: string, text: Text | null, decision: Decision): Promise<Copies> {
  if (text !== null && text.sketch.hashes.length > 0)
    await joinAlike(tx, 'copy', await copiesOf(tx, article, text), decision);
  const group = (await placesOf(tx, 'copy', [article])).get(article)?.group_id;
  return { group, articles: new Set(group === undefined ? [] : await membersOf(tx, 'copy', group)) };
}

async function copiesOf(tx: Tx, article: string, { version, sketch }: Text): Promise<Alike[]> {
  const { hashes, bands } = sketch;
  const found =
    await sql<RawSketch>`select article_id, version_id, array(select unnest(hashes)::text) as hashes from article_sketch
    where bands && ${bigintArray(bands)} and article_id <> ${article} limit ${mostCandidates}`.execute(tx);
  await sql`insert into article_sketch (article_id, version_id, hashes, bands)
    values (${article}, ${version}, ${bigintArray(hashes)}, ${bigintArray(bands)}) on conflict do nothing`.execute(
    tx,
  );
  return found.rows
    .map((row) => ({ a: article, b: row.article_id, score: likeness(hashes, row.hashes) }))
    .filter(({ score }) => score >= copiedFrom)
    .sort((x, y) => y.score - x.score);
}
