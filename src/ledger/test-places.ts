/** For tests: fresh places for a ledger, on both databases. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A place that holds no ledger yet, and what takes it away again. */
export interface TestPlace {
  readonly location: string;
  readonly remove: () => Promise<void>;
}

/** URL of a server on which the tests may make databases; undefined where there is none. */
export const testServer = process.env['ONRECORD_TEST_POSTGRES'];

/** Makes a place, by the name of the database. `PostgreSQL` needs `testServer`. */
export const testPlaces: Readonly<Record<'embedded' | 'PostgreSQL', () => Promise<TestPlace>>> = {
  embedded: () => {
    const location = mkdtempSync(join(tmpdir(), 'onrecord-'));
    return Promise.resolve({ location, remove: () => rm(location, { recursive: true }) });
  },
  PostgreSQL: async () => {
    const name = `onrecord_${randomUUID().replaceAll('-', '')}`;
    await asAdmin(`create database ${name}`);
    const url = new URL(testServer!);
    url.pathname = `/${name}`;
    return { location: url.href, remove: () => asAdmin(`drop database ${name} with (force)`) };
  },
};

async function asAdmin(command: string): Promise<void> {
  const client = new pg.Client({ connectionString: testServer });
  await client.connect();
  await client.query(command);
  await client.end();
}
