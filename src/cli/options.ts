import { InvalidArgumentError, Option } from 'commander';

/** Where the ledger is, unless said otherwise: a folder in the working directory. */
export const defaultLedger = './onrecord-ledger';

/** `--ledger`, on every command that needs the ledger. */
export function ledgerOption(): Option {
  return new Option('--ledger <folder | URL>', 'ledger folder, or postgres:// URL of a server')
    .env('DATABASE_URL')
    .default(defaultLedger);
}

/** `--format`, on every command that prints statements. */
export function formatOption(): Option {
  return new Option('--format <format>', 'how to print').choices(['table', 'json', 'jsonl']).default('table');
}

export type Format = 'table' | 'json' | 'jsonl';

/** A day as `2024-05-31`. */
export function day(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value) || Number.isNaN(Date.parse(value))) {
    throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
  }
  return value;
}

/** A share between 0 and 1. */
export function share(value: string): number {
  const n = Number(value);
  if (value.trim() === '' || !(n >= 0 && n <= 1))
    throw new InvalidArgumentError('Give a number between 0 and 1.');
  return n;
}

/** A whole number in [1, most]. */
export function upTo(most: number): (value: string) => number {
  return (value) => {
    const n = Number(value);
    if (!Number.isInteger(n) || n < 1 || n > most)
      throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
    return n;
  };
}
