import { sql } from 'kysely';
import type { Database } from '../database.js';
import { DecisionRefusedError } from '../error.js';
import { insertEvents, joinAlike, placesOf } from './groups.js';

/** Who decides on a group by hand, and why. */
export interface ByHand {
  readonly by: string;
  readonly reason: string | null;
}

/**
 * Takes a statement out of its group; linking leaves it alone from then on.
 * @throws {DecisionRefusedError} where there is no such statement.
 */
export async function partUtterance(db: Database, statement: string, { by, reason }: ByHand, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lock(tx, [statement]);
    const before = (await placesOf(tx, 'utterance', [statement])).get(statement);
    // A group that a statement gave its id to goes on without it, so its own needs another.
    const group = before?.group_id === statement ? `${statement}-${at.getTime().toString(36)}` : statement;
    await insertEvents(tx, 'utterance', [statement], group, { like: null, score: null }, { action: 'part', by, byHand: true, reason, at });
  });
} // prettier-ignore

/**
 * Puts the groups of two statements together.
 * @throws {DecisionRefusedError} where there is no such statement.
 */
export async function joinUtterances(db: Database, [a, b]: readonly [string, string], { by, reason }: ByHand, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lock(tx, [a, b]);
    await joinAlike(tx, 'utterance', [{ a, b, score: null }], { action: 'join', by, byHand: true, reason, at });
  });
} // prettier-ignore

/**
 * Takes back the newest decision on a statement: it returns to the group that it was in before, or is alone where there was
 * none. Undoing again takes back the undoing.
 * @throws {DecisionRefusedError} where there is no such statement, or nothing was decided on it.
 */
export async function undoUtterance(db: Database, statement: string, { by, reason }: ByHand, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lock(tx, [statement]);
    const { rows } = await sql<{ group_id: string }>`select group_id from group_event
      where "of" = 'utterance' and member_id = ${statement} order by seq desc limit 2`.execute(tx);
    const [newest, before] = rows;
    if (newest === undefined) throw new DecisionRefusedError(statement, 'nothing was decided on it yet');
    const group = before?.group_id ?? (newest.group_id === statement ? `${statement}-${at.getTime().toString(36)}` : statement);
    await insertEvents(tx, 'utterance', [statement], group, { like: null, score: null }, { action: 'undo', by, byHand: true, reason, at });
  });
} // prettier-ignore

async function lock(tx: Parameters<typeof placesOf>[0], statements: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(7205759403792794)`.execute(tx);
  for (const id of statements) {
    const { rows } = await sql`select from statement where statement_id = ${id} limit 1`.execute(tx);
    if (rows.length === 0) throw new DecisionRefusedError(id, 'there is no such statement');
  }
}
