import { readFileSync } from 'node:fs';

interface Frequencies {
  /** Statements counted. */
  readonly of: number;
  /** In how many of them a stem stands. */
  readonly statements: Readonly<Record<string, number>>;
}

const file = new URL('../../../src/link/utterances/frequencies.json', import.meta.url);
const { of, statements } = JSON.parse(readFileSync(file, 'utf8')) as Frequencies;
const counts: ReadonlyMap<string, number> = new Map(Object.entries(statements));
/** A stem that the table lacks is rarer than any in it. */
const unseen = Math.log(of / 2);

/**
 * How much a stem tells, in nats: the negative logarithm of the share of statements that hold it. The table is fixed, so
 * that the same two statements compare alike in every ledger (made by training/linking/frequencies.mjs).
 */
export function weightOf(stem: string): number {
  const count = counts.get(stem);
  return count === undefined ? unseen : Math.log(of / count);
}
