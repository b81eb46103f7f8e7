import { sql, type Transaction } from 'kysely';
import type { LedgerRecord } from '../terms/record.js';
import { slice } from '../terms/span.js';

/** Where the rows belong. */
interface Run {
  readonly article: string;
  readonly run: string;
  /** Ids of the record's statements, in its order. */
  readonly ids: readonly string[];
}

/** The columns of a record's claims, but for their keys. @param ids of its statements, in its order. */
export function claimRows(record: LedgerRecord, ids: readonly string[]) {
  const { text } = record.article;
  const speaker = (voice: number | 'outlet') => (voice === 'outlet' ? null : ids[voice]!);
  const positions = record.positions.map(({ statement, proposition, evidence, ...rest }, ordinal) => ({
    ...rest, ...proposition, ordinal, statement_id: ids[statement], words: evidence === undefined ? null : slice(text, evidence),
  })); // prettier-ignore
  const relations = record.relations.map(({ voice, span, ...rest }, ordinal) => ({
    ...rest, ordinal, statement_id: speaker(voice), start_at: span[0], end_at: span[1], words: slice(text, span),
  })); // prettier-ignore
  const designations = record.designations.map(({ voice, ...rest }, ordinal) => ({
    ...rest, ordinal, statement_id: speaker(voice),
  })); // prettier-ignore
  return { position: positions, relation: relations, designation: designations };
}

/** Stores a run's positions, relations and designations. */
export async function insertClaims(
  tx: Transaction<unknown>,
  { article, run, ids }: Run,
  record: LedgerRecord,
): Promise<void> {
  const { position: positions, relation: relations, designation: designations } = claimRows(record, ids);
  await sql`insert into position (article_id, run_id, ordinal, statement_id, holder, stance, relation, predicate, subject, object, words)
    select ${article}, ${run}, r.* from jsonb_to_recordset(${JSON.stringify(positions)}::jsonb) as r(
      ordinal integer, statement_id text, holder text, stance text, relation text, predicate text, subject text, object text, words text)`.execute(
    tx,
  );
  await sql`insert into relation (article_id, run_id, ordinal, statement_id, relation, predicate, subject, object, "over", polarity, start_at, end_at, words)
    select ${article}, ${run}, r.* from jsonb_to_recordset(${JSON.stringify(relations)}::jsonb) as r(
      ordinal integer, statement_id text, relation text, predicate text, subject text, object text, "over" text, polarity text,
      start_at integer, end_at integer, words text)`.execute(tx);
  await sql`insert into designation (article_id, run_id, ordinal, statement_id, entity, label, marks, spans)
    select ${article}, ${run}, r.* from jsonb_to_recordset(${JSON.stringify(designations)}::jsonb) as r(
      ordinal integer, statement_id text, entity text, label text, marks jsonb, spans jsonb)`.execute(tx);
}
