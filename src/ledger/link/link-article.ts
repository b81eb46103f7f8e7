import { sql, type Transaction } from 'kysely';
import { copiedFrom, likeness, sketchOf } from '../../link/utterances/copies.js';
import { linkable, linker, linksOf, type Candidate } from '../../link/utterances/group.js';
import { windowDays } from '../../link/utterances/keys.js';
import { traitsOf, type Report } from '../../link/utterances/traits.js';
import type { Statement } from '../../terms/record.js';
import { bigintArray, joinAlike, placesOf, type Decision } from './groups.js';

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
  readonly keys?: readonly string[];
}

/**
 * Links an article that has just been stored: its text with the texts that it copies, then its statements with those on
 * record that report the same utterances. What this costs depends on what was told in the same fortnight, not on how much
 * the ledger holds. Linking an article again adds nothing.
 */
export async function linkArticle(tx: Tx, article: string, at: Date): Promise<void> {
  // One article is linked at a time, so that two that are stored together see each other. Held until the end of the
  // transaction, which linking ends.
  await sql`select pg_advisory_xact_lock(7205759403792794)`.execute(tx);
  const decision: Decision = { action: 'join', by: linker, byHand: false, reason: null, at };
  const { rows } = await sql<RawReport>`
    select s.statement_id, s.article_id, s.run_id, (h.day - date '1970-01-01') as day, s.entity, e.entity_id, s.act, s.content_texts
    from shown_statement h join statement s using (article_id, run_id, statement_id)
      left join entity_link e on e.article_id = s.article_id and e.name = s.entity
    where h.article_id = ${article} order by h.ordinal`.execute(tx);
  // The planner takes a scan of the table for cheaper than several hundred keys in its index, which is a hundred times as quick.
  await sql`set local enable_seqscan = off`.execute(tx);
  await linkCopies(tx, article, decision);
  if (rows.length === 0) return;
  const copies = (await placesOf(tx, 'copy', [article])).get(article)?.group_id;
  const fresh = rows.map((row) => linkable(reportOf(row, copies)));
  const candidates = await candidatesFor(tx, article, fresh.flatMap(({ asked }) => asked), rows.map(({ day }) => day)); // prettier-ignore
  await keepKeys(tx, rows, fresh.map(({ kept }) => kept)); // prettier-ignore
  await joinAlike(tx, 'utterance', linksOf(fresh, candidates), decision);
}

function reportOf(row: RawReport, copies: string | undefined): Report {
  const { statement_id: statementId, article_id: articleId, day, entity: speaker, act } = row;
  const entity = row.entity_id ?? undefined;
  return { statementId, articleId, copies, day, speaker, entity, act, content: row.content_texts.join(' ') }; // prettier-ignore
}

/** Reports of other articles that share a key; of several runs that have a statement, one. */
async function candidatesFor(tx: Tx, article: string, asked: readonly string[], days: readonly number[]): Promise<Candidate[]> {
  const from = new Date((Math.min(...days) - windowDays) * millisecondsADay);
  const to = new Date((Math.max(...days) + windowDays) * millisecondsADay);
  const { rows } = await sql<RawReport & { copies: string | null }>`
    select s.statement_id, s.article_id, s.run_id, k.day - date '1970-01-01' as day, s.entity, e.entity_id, s.act, s.content_texts,
      array(select unnest(k.keys)::text) as keys, (select c.group_id from group_member c where c."of" = 'copy' and c.member_id = k.article_id) as copies
    from (select * from utterance_key
      where keys && ${bigintArray([...new Set(asked)])} and article_id <> ${article}
        and day between ${from.toISOString().slice(0, 10)}::date and ${to.toISOString().slice(0, 10)}::date
      order by day desc, statement_id limit ${mostCandidates}) k
    join statement s using (article_id, run_id, statement_id)
    left join entity_link e on e.article_id = s.article_id and e.name = s.entity`.execute(tx);
  const once = new Map(rows.map((row) => [row.statement_id, row]));
  return [...once.values()].map((row) => ({ ...traitsOf(reportOf(row, row.copies ?? undefined)), kept: row.keys ?? [] }));
} // prettier-ignore

async function keepKeys(
  tx: Tx,
  rows: readonly RawReport[],
  kept: readonly (readonly string[])[],
): Promise<void> {
  const values = rows.map(({ article_id, run_id, statement_id, day }, i) => ({
    article_id, run_id, statement_id, day: new Date(day * millisecondsADay).toISOString().slice(0, 10), keys: `{${[...new Set(kept[i])].join(',')}}`,
  })); // prettier-ignore
  await sql`insert into utterance_key (article_id, run_id, statement_id, day, keys)
    select article_id, run_id, statement_id, day, keys::bigint[]
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as k(article_id text, run_id text, statement_id text, day date, keys text)
    on conflict do nothing`.execute(tx);
}

interface RawSketch {
  readonly article_id: string;
  readonly version_id: string;
  readonly hashes: readonly string[];
}

/** Puts an article among the copies of its text, where there are any. */
async function linkCopies(tx: Tx, article: string, decision: Decision): Promise<void> {
  const { rows } = await sql<{ version_id: string; text: string }>`select v.version_id, v.text
    from newest_reading r join article_version v using (article_id, version_id) where r.article_id = ${article}`.execute(
    tx,
  );
  const newest = rows[0];
  const { hashes, bands } = sketchOf(newest?.text ?? '');
  if (newest === undefined || hashes.length === 0) return;
  const found =
    await sql<RawSketch>`select article_id, version_id, array(select unnest(hashes)::text) as hashes from article_sketch
    where bands && ${bigintArray(bands)} and article_id <> ${article} limit ${mostCandidates}`.execute(tx);
  await sql`insert into article_sketch (article_id, version_id, hashes, bands)
    values (${article}, ${newest.version_id}, ${bigintArray(hashes)}, ${bigintArray(bands)}) on conflict do nothing`.execute(
    tx,
  );
  const alike = found.rows
    .map((row) => ({ a: article, b: row.article_id, score: likeness(hashes, row.hashes) }))
    .filter(({ score }) => score >= copiedFrom)
    .sort((x, y) => y.score - x.score);
  await joinAlike(tx, 'copy', alike, decision);
}
