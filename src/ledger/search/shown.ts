import { sql, type RawBuilder, type Transaction } from 'kysely';
import { newestReading } from '../queries/newest.js';

/**
 * Puts the newest reading of an article before search, in place of the one before. What search looks through is derived
 * (schema/0007-search.sql); the ledger's own rows stay.
 */
export async function showNewest(tx: Transaction<unknown>, article: string): Promise<void> {
  await sql`delete from shown_statement where article_id = ${article}`.execute(tx);
  await sql`insert into shown_statement (article_id, run_id, statement_id, seq, ordinal, day, recorded_at, speaker, outlet,
      kind, act, confidence, stances, relations, words, names)
    select article_id, run_id, statement_id, seq, ordinal, day, recorded_at, speaker, outlet, kind, act, confidence,
      stances, relations, words, names
    from statement_to_show
    where article_id = ${article} and seq = (select seq from newest_reading where article_id = ${article})`.execute(
    tx,
  );
}

/** Makes all that search looks through anew, as after a ledger was loaded. */
export async function showAllNewest(tx: Transaction<unknown>): Promise<void> {
  await sql`delete from shown_statement`.execute(tx);
  await sql`insert into shown_statement (article_id, run_id, statement_id, seq, ordinal, day, recorded_at, speaker, outlet,
      kind, act, confidence, stances, relations, words, names)
    select article_id, run_id, statement_id, seq, ordinal, day, recorded_at, speaker, outlet, kind, act, confidence,
      stances, relations, words, names
    from statement_to_show where (article_id, seq) in (select article_id, seq from newest_reading)`.execute(
    tx,
  );
}

/**
 * What to search, to stand after `from`: what is shown now, from its own table, or what was on record at an instant. The
 * latter is made anew from every reading for each question: right, and slow on a large ledger.
 */
export function shownStatements(asKnown: Date | undefined): RawBuilder<unknown> {
  return asKnown === undefined
    ? sql`shown_statement`
    : sql`(select s.* from ${newestReading(asKnown)} n join statement_to_show s using (article_id, seq)) shown`;
}
