import { sql, type ControlledTransaction } from 'kysely';
import type { Database } from '../database.js';
import { canonicalJson, sha256 } from '../ids.js';
import { ledgerTables, type LedgerTable } from './tables.js';

/** First line of a dump: what it is, and the columns of each of its tables, in the order in which they follow. */
export interface DumpHead {
  readonly onrecord: 'ledger';
  readonly version: 1;
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

/** A row. `local`: the number that its database gave it, where it gives any; it orders rows and is not part of them. */
export interface DumpRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly local?: number;
}

/** Rows of one table, and the sum of their hashes, which is the same in whatever order they come. */
export interface TableDigest {
  readonly rows: number;
  /** Sum of the SHA-256 of each row's canonical JSON, modulo 2^256, in hexadecimal. */
  readonly sha256: string;
}

/** What a ledger holds, in one number a table: two ledgers with the same manifest hold the same. */
export type Manifest = Readonly<Record<string, TableDigest>>;

/** Last line of a dump. A dump without it was cut off. */
export interface DumpEnd {
  readonly manifest: Manifest;
}

export type DumpLine = DumpHead | DumpRow | DumpEnd;

/** Counts rows and sums their hashes. */
export class Digest {
  private rows = 0;
  private sum = 0n;

  add(row: DumpRow['row']): void {
    this.rows++;
    this.sum = BigInt.asUintN(256, this.sum + BigInt(`0x${sha256(canonicalJson(row))}`));
  }

  /** Of all rows so far. */
  get value(): TableDigest {
    return { rows: this.rows, sha256: this.sum.toString(16).padStart(64, '0') };
  }
}

/** What a dump holds. */
export interface DumpOptions {
  /** Also who may sign in, with the hashes of their passwords, and the log of what they did; left out by default. */
  readonly accounts?: boolean | undefined;
}

/** Tables of people, not of what was read. */
const accountTables = ['account_event', 'audit'];

/** Rows in memory at once: a page has up to 20 MB, all else is small. */
const batch = { bytes: 4, small: 200 };

/**
 * Everything on record but accounts, unless they are asked for, line by line, as it stood at one instant: on a server writers go on meanwhile, in the embedded
 * database they wait. Rows of a table follow those that they refer to.
 */
export async function* dump(db: Database, { accounts = false }: DumpOptions = {}): AsyncGenerator<DumpLine> {
  const tx = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  try {
    // Times and bytes are written alike on every server.
    await sql`set local timezone to 'UTC'`.execute(tx);
    await sql`set local bytea_output to 'hex'`.execute(tx);
    const tables = (await ledgerTables(tx)).filter(({ name }) => accounts || !accountTables.includes(name));
    yield {
      onrecord: 'ledger',
      version: 1,
      tables: Object.fromEntries(tables.map(({ name, columns }) => [name, columns])),
    };
    const manifest: Record<string, TableDigest> = {};
    for (const table of tables) {
      const digest = new Digest();
      for await (const row of rowsOf(tx, table)) {
        digest.add(row.row);
        yield row;
      }
      manifest[table.name] = digest.value;
    }
    yield { manifest };
  } finally {
    await tx.rollback().execute();
  }
}

/** The manifest of what a ledger holds now. */
export async function manifestOf(db: Database): Promise<Manifest> {
  for await (const line of dump(db, { accounts: true })) if ('manifest' in line) return line.manifest;
  return {};
}

async function* rowsOf(tx: ControlledTransaction<unknown>, table: LedgerTable): AsyncGenerator<DumpRow> {
  const { name, columns, key, local, bytes } = table;
  // A row may refer to an earlier one of its own table, so the order in which they came is kept where it is known.
  const order = local === null ? key : [local];
  const built = columns.map((column) => sql`${sql.lit(column)}, ${sql.ref(column)}`);
  await sql`declare dump_rows no scroll cursor for
    select ${local === null ? sql`null` : sql.ref(local)} as local, ${objectOf(built)} as row from ${sql.table(name)}
    ${order.length === 0 ? sql`` : sql`order by ${sql.join(order.map((column) => sql.ref(column)))}`}`.execute(
    tx,
  );
  const size = bytes ? batch.bytes : batch.small;
  for (;;) {
    const { rows } = await sql<{ local: string | null; row: DumpRow['row'] }>`
      fetch forward ${sql.lit(size)} from dump_rows`.execute(tx);
    for (const { local: number, row } of rows)
      yield number === null ? { table: name, row } : { table: name, local: Number(number), row };
    if (rows.length < size) break;
  }
  await sql`close dump_rows`.execute(tx);
}

/** A function takes at most 100 arguments: wide tables are built in parts. */
function objectOf(pairs: readonly ReturnType<typeof sql>[]) {
  const parts = [];
  for (let i = 0; i < pairs.length; i += 50)
    parts.push(sql`jsonb_build_object(${sql.join(pairs.slice(i, i + 50))})`);
  return sql.join(parts, sql` || `);
}
