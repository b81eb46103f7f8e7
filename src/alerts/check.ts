import type { Alert, Firing, Ledger, StatementRow } from '../ledger/ledger.js';
import { materialEdits, newStatement, positionChanges, wordChanges } from './conditions.js';

/** Statements that one check looks through. What is beyond them is found by the next, since it starts where this ended. */
const mostStatements = 5_000;

/** What checking gave. */
export interface Checked {
  readonly alert: Alert;
  readonly fresh: number;
}

/** Looks for what each alert watches, and stores what is new. Telling of it is another matter (`deliver.ts`). */
export async function checkAlerts(ledger: Ledger): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const alert of await ledger.alerts.active()) {
    const fresh = await ledger.alerts.fire(alert.id, await find(ledger, alert));
    checked.push({ alert, fresh });
  }
  return checked;
}

async function find(ledger: Ledger, alert: Alert): Promise<Firing[]> {
  const { conditions, query, createdAt } = alert;
  const found: Firing[] = [];
  if (conditions.includes('new-statement'))
    found.push(...(await since(ledger, createdAt, await recent(ledger, alert))).map(newStatement));
  if (conditions.includes('position-changed')) {
    const rows = await ledger.positions({ holder: query.speaker, about: query.entity });
    const changes = positionChanges(rows).flatMap((firing) => firing.statementId === null ? [] : [{ ...firing, id: firing.statementId }]); // prettier-ignore
    found.push(
      ...(await since(ledger, createdAt, changes)).map(({ id, ...firing }) => ({
        ...firing,
        statementId: id,
      })),
    );
  }
  if (conditions.includes('word-changed') && query.entity !== undefined)
    found.push(...wordChanges(await ledger.alerts.wordsFor(query.entity), createdAt));
  if (conditions.includes('article-edited'))
    found.push(...materialEdits(await ledger.alerts.editedSince(alert.checkedAt ?? createdAt), createdAt, query)); // prettier-ignore
  return found;
}

/** Statements recorded since the day before the last check: a reading on its way then may have come in after it. */
async function recent(ledger: Ledger, { query, createdAt, checkedAt }: Alert): Promise<StatementRow[]> {
  const from = new Date((checkedAt ?? createdAt).getTime() - 86_400_000).toISOString().slice(0, 10);
  const rows: StatementRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await ledger.statements({ ...query, recordedFrom: from, cursor, limit: 500 });
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && rows.length < mostStatements);
  return rows;
}

/** Those whose words were first on record after a time: not what a newer engine, or another version, has again. */
async function since<Row extends { readonly id: string }>(
  ledger: Ledger,
  time: Date,
  rows: readonly Row[],
): Promise<Row[]> {
  const kept: Row[] = [];
  for (let at = 0; at < rows.length; at += 500) {
    const part = rows.slice(at, at + 500);
    const first = await ledger.alerts.firstTold(part.map(({ id }) => id));
    kept.push(...part.filter(({ id }) => (first.get(id) ?? time) > time));
  }
  return kept;
}
