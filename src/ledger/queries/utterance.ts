import { sql, type RawBuilder } from 'kysely';
import { changes, differences, type Change, type Difference } from '../../link/utterances/wordings.js';
import type { Database } from '../database.js';
import { textArray } from '../link/groups.js';
import { fromNewest, show, type RawStatement, type StatementRow } from './statements.js';

/** One report of an utterance, and how its wording differs from the earliest. */
export interface ReportView {
  readonly statement: StatementRow;
  /** Published, else recorded; ISO 8601. */
  readonly day: string;
  /** The article that this one is a copy of, as far as the ledger knows; null where it is none. */
  readonly copyOf: string | null;
  /** By whom it came to its readers: where it was first said, who passed it on, the outlet. What is untold is left out. */
  readonly chain: readonly string[];
  /** Against the earliest report; null for that one itself. */
  readonly differences: readonly Difference[] | null;
  /** What of the earliest wording fell out or was changed, named. */
  readonly changes: readonly Change[];
}

/** The statements that report one utterance, in the newest reading of their articles. */
export interface UtteranceView {
  /** Any statement of it finds it; this id stays the same while the ledger grows, but for groups that meet. */
  readonly id: string;
  /** Earliest first. */
  readonly reports: readonly ReportView[];
  /** Articles that report it; copies of one text count once. */
  readonly independent: number;
  readonly outlets: readonly string[];
}

/** An utterance in a list. */
export interface UtteranceRow {
  readonly id: string;
  /** Its earliest report. */
  readonly statement: StatementRow;
  /** Articles that report it; copies of one text count once. */
  readonly independent: number;
  /** How many. */
  readonly outlets: number;
}

/** Most reports that are shown of one utterance. */
const mostReports = 500;

interface Placed extends RawStatement {
  readonly copy_group: string | null;
}

function members(of: 'utterance' | 'copy', asKnown?: Date): RawBuilder<unknown> {
  if (asKnown === undefined) return sql`(select * from group_member where "of" = ${of})`;
  return sql`(select distinct on (member_id) * from group_event where "of" = ${of} and recorded_at <= ${asKnown}
    order by member_id, seq desc)`;
}

/**
 * The utterance that a statement reports, with the other reports of it; a statement that nothing is linked to is its only
 * report. Null where there is no such statement.
 * @param asKnown only what was on record, and decided, at this instant.
 */
export async function utterance(db: Database, statementId: string, asKnown?: Date): Promise<UtteranceView | null> {
  if (!/^[0-9a-f]{16}$/u.test(statementId)) return null;
  const place = await sql<{ group_id: string }>`select group_id from ${members('utterance', asKnown)} m where member_id = ${statementId}`.execute(db);
  const group = place.rows[0]?.group_id;
  const ids = group === undefined ? [statementId] : await idsIn(db, group, asKnown);
  const { rows } = await sql<Placed>`
    select found.*, c.group_id as copy_group
    from (${fromNewest(asKnown)} where s.statement_id = any(${textArray(ids)})) found
    left join ${members('copy', asKnown)} c on c.member_id = found.article_id
    order by found.day, found.seq::bigint, found.ordinal limit ${mostReports}`.execute(db);
  return rows.length === 0 ? null : viewOf(group ?? statementId, rows);
} // prettier-ignore

async function idsIn(db: Database, group: string, asKnown?: Date): Promise<string[]> {
  const { rows } = await sql<{ member_id: string }>`select member_id from ${members('utterance', asKnown)} m
    where group_id = ${group}
      and member_id in (select member_id from group_event where "of" = 'utterance' and group_id = ${group})`.execute(
    db,
  );
  return rows.map(({ member_id }) => member_id);
}

function viewOf(id: string, rows: readonly Placed[]): UtteranceView {
  const first = rows[0]!;
  const originals = new Map<string, string>();
  for (const { copy_group: text, article_id: article } of rows)
    if (text !== null && !originals.has(text)) originals.set(text, article);
  return {
    id,
    reports: rows.map((row) => reportOf(row, first, originals)),
    independent: new Set(rows.map((row) => row.copy_group ?? row.article_id)).size,
    outlets: [...new Set(rows.map(({ outlet }) => outlet).filter((outlet) => outlet !== null))],
  };
}

function reportOf(row: Placed, first: Placed, originals: ReadonlyMap<string, string>): ReportView {
  const original = row.copy_group === null ? undefined : originals.get(row.copy_group);
  return {
    statement: show(row),
    day: row.day,
    copyOf: original === undefined || original === row.article_id ? null : original,
    chain: [row.medium, row.relay, row.outlet].filter((name) => name !== null),
    differences: row === first ? null : differences(contentOf(first), contentOf(row)),
    changes: row === first ? [] : changes(wordingOf(first), wordingOf(row)),
  };
}

function contentOf(row: Placed): string {
  return row.content_texts.join(' ');
}

function wordingOf(row: Placed) {
  return { content: contentOf(row), cueLemma: row.cue_lemma, role: row.role };
}

/**
 * The utterances that most articles report, copies counted once, among the statements published (where untold, recorded)
 * from one day to another; at most `limit`. Those that one article alone reports are left out.
 */
export async function widelyReported(
  db: Database,
  { from, to, limit }: { readonly from: string; readonly to: string; readonly limit: number },
): Promise<UtteranceRow[]> {
  const { rows } = await sql<RawStatement & { group_id: string; independent: string; outlets: string }>`
    with top as (
      select m.group_id, count(distinct coalesce(c.group_id, h.article_id)) as independent, count(distinct h.outlet) as outlets,
        (array_agg(h.statement_id order by h.day, h.seq, h.ordinal))[1] as earliest
      from shown_statement h
      join group_member m on m."of" = 'utterance' and m.member_id = h.statement_id
      left join group_member c on c."of" = 'copy' and c.member_id = h.article_id
      where h.day between ${from}::date and ${to}::date
      group by m.group_id having count(distinct coalesce(c.group_id, h.article_id)) > 1
      order by independent desc, m.group_id limit ${limit})
    select found.*, top.group_id, top.independent, top.outlets
    from top join lateral (${fromNewest()} where s.statement_id = top.earliest) found on true
    order by top.independent desc, top.group_id`.execute(db);
  return rows.map((row) => ({
    id: row.group_id,
    statement: show(row),
    independent: Number(row.independent),
    outlets: Number(row.outlets),
  }));
}
