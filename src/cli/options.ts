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

/** `--as-known`, on every command whose view can be had as it was at a time. */
export function asKnownOption(): Option {
  return new Option(
    '--as-known <time>',
    'as the ledger knew it then: 2024-05-31 (that day in UTC included) or 2024-05-31T12:00:00Z',
  ).argParser(instant);
}

/** A day, to its last millisecond in UTC, or an instant with its zone. */
function instant(value: string): Date {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(value);
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/u.test(value);
  const time = new Date(isDay ? `${value}T23:59:59.999Z` : value);
  if (!(isDay || isTime) || Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('Give a day as YYYY-MM-DD, or a time as YYYY-MM-DDThh:mm:ssZ.');
  return time;
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
