import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm as trigrams } from '@electric-sql/pglite/contrib/pg_trgm';
import { vector as vectors } from '@electric-sql/pglite-pgvector';
import { Kysely, PostgresDialect, sql, type PostgresPoolClient, type Transaction } from 'kysely';
import pg from 'pg';
import { LedgerUnusableError } from './error.js';
import { takeLock } from './lock.js';

/** All SQL goes through here; the tables' columns are typed where each query is written. */
export type Database = Kysely<unknown>;

/** Runs SQL text of the job queue's library: one statement with values, or several without. Gives the last one's rows. */
export type Execute = (text: string, values?: readonly unknown[]) => Promise<{ rows: unknown[] }>;

/** An open database and what closes it, the lock included. */
export interface Connection {
  readonly db: Database;
  readonly execute: Execute;
  readonly close: () => Promise<void>;
}

/** True for a server, which others may write to as well; an embedded ledger is open in one process. */
export function isServer(location: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(location);
}

/**
 * Opens the database at a location and brings its schema up to date.
 * @param location folder of an embedded ledger, or a `postgres://` URL.
 * @throws {LedgerInUseError} where another process has the folder open.
 * @throws {LedgerUnusableError} where it cannot be reached or belongs to a newer version.
 */
export async function connect(location: string): Promise<Connection> {
  const connection = isServer(location) ? await connectServer(location) : await connectFolder(location);
  try {
    await migrate(connection.db, location);
    await makeVectorsWhereAvailable(connection.db);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Names with a smaller share of common trigrams are not compared (docs/entities.md). */
const leastSimilarity = 'pg_trgm.similarity_threshold=0.45';

/** The embedded database lies in memory or on a disk without a moving arm; a server's own settings say what it has. */
const anyPlaceAlike = 'random_page_cost=1.1';

async function connectServer(url: string): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 10_000,
    options: `-c ${leastSimilarity}`,
  });
  // An idle connection that the server ends is not a failure: the next query takes a new one.
  pool.on('error', () => undefined);
  // One that is ended in use fails its query, which is told; the same said again on the connection would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new PreparingPool(pool) }) });
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await db.destroy();
    const reason =
      error instanceof Error && error.message !== ''
        ? error.message
        : String((error as NodeJS.ErrnoException).code);
    throw new LedgerUnusableError(
      withoutPassword(url),
      `${reason}. Is the server running, and is the URL right?`,
      { cause: error },
    );
  }
  const execute: Execute = async (text, values) => {
    const result: pg.QueryResult | pg.QueryResult[] =
      values === undefined || values.length === 0
        ? await pool.query(text)
        : await pool.query(text, [...values]);
    const last: pg.QueryResult<Record<string, unknown>> | undefined = Array.isArray(result)
      ? (result as pg.QueryResult<Record<string, unknown>>[]).at(-1)
      : result;
    return { rows: last?.rows ?? [] };
  };
  return { db, execute, close: () => db.destroy() };
}

/** So many different statements at most are kept prepared on each connection. */
const mostPrepared = 100;

/**
 * A pool whose connections keep inserts prepared: what an article's storing takes is the same few dozen, whose parsing and
 * planning took longer than running them. Questions are planned anew, since their best plan depends on what is asked.
 */
class PreparingPool {
  private readonly names = new Map<string, string>();
  private readonly clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();

  constructor(private readonly pool: pg.Pool) {}

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.pool.connect();
    const known = this.clients.get(client);
    if (known !== undefined) return known;
    const query = (text: string, values: readonly unknown[]) =>
      client.query({ name: this.nameOf(text), text, values: [...values] });
    const release = () => { client.release(); }; // prettier-ignore
    const made = { query, release } as unknown as PostgresPoolClient;
    this.clients.set(client, made);
    return made;
  }

  private nameOf(text: string): string | undefined {
    if (!text.startsWith('insert into ')) return undefined;
    if (!this.names.has(text) && this.names.size < mostPrepared)
      this.names.set(text, `insert_${this.names.size}`);
    return this.names.get(text);
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

function withoutPassword(url: string): string {
  return url.replace(/(:\/\/[^:/@]*):[^@/]*@/u, '$1:…@');
}

async function connectFolder(folder: string): Promise<Connection> {
  const release = await takeLock(folder);
  try {
    const lite = await PGlite.create(join(folder, 'data'), {
      extensions: { pg_trgm: trigrams, vector: vectors },
    });
    await lite.exec(`set ${leastSimilarity}; set ${anyPlaceAlike}`);
    const pool = new OneSessionPool(lite);
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    return {
      db,
      execute: (text, values) => pool.execute(text, values),
      close: async () => {
        await db.destroy();
        await lite.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw new LedgerUnusableError(
      folder,
      `its database does not open (${String(error)}). Restore it from a copy, or give another folder.`,
      { cause: error },
    );
  }
}

/** PGlite is one session: whoever holds the client has it alone, as a transaction needs. */
class OneSessionPool {
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly lite: PGlite) {}

  async connect(): Promise<PostgresPoolClient> {
    const release = await this.takeTurn();
    const query = async (text: string, values: readonly unknown[]) => {
      const { rows, affectedRows } = await this.lite.query(text, [...values]);
      return {
        command: text.trimStart().slice(0, 6).toUpperCase(),
        rowCount: affectedRows ?? rows.length,
        rows,
      };
    };
    return { query, release } as unknown as PostgresPoolClient;
  }

  async execute(text: string, values: readonly unknown[] = []): Promise<{ rows: unknown[] }> {
    const release = await this.takeTurn();
    try {
      if (values.length > 0) return await this.lite.query(text, [...values]);
      return (await this.lite.exec(text)).at(-1) ?? { rows: [] };
    } catch (error) {
      // Several statements may have begun a transaction before the one that failed.
      await this.lite.exec('rollback');
      throw error;
    } finally {
      release();
    }
  }

  private async takeTurn(): Promise<() => void> {
    const before = this.turn;
    let release: () => void = () => undefined;
    this.turn = new Promise((resolve) => (release = resolve));
    await before;
    return release;
  }

  end(): Promise<void> {
    return this.turn;
  }
}

const schemaFolder = new URL('../../src/ledger/schema/', import.meta.url);

/** Runs the schema files that this database has not seen, each with its record in one transaction. */
async function migrate(db: Database, location: string): Promise<void> {
  const files = readdirSync(schemaFolder).filter((name) => /^\d{4}-.*\.sql$/u.test(name)).sort(); // prettier-ignore
  await db.transaction().execute(async (tx) => {
    // Concurrent starts on one server wait for each other here.
    await sql`select pg_advisory_xact_lock(7205759403792793)`.execute(tx);
    await sql`create table if not exists schema_file (name text primary key, applied_at timestamptz not null default now())`.execute(
      tx,
    );
    const { rows } = await sql<{ name: string }>`select name from schema_file order by name`.execute(tx);
    const applied = new Set(rows.map(({ name }) => name));
    const unknown = [...applied].find((name) => !files.includes(name) && name !== vectorsFile);
    if (unknown !== undefined) {
      throw new LedgerUnusableError(
        withoutPassword(location),
        `a newer version of onrecord has changed it (${unknown}). Use that version.`,
      );
    }
    for (const name of files) {
      if (applied.has(name)) continue;
      await apply(tx, name);
    }
  });
}

async function apply(tx: Transaction<unknown>, name: string): Promise<void> {
  for (const statement of statementsIn(readFileSync(new URL(name, schemaFolder), 'utf8')))
    await sql.raw(statement).execute(tx);
  await sql`insert into schema_file (name) values (${name})`.execute(tx);
}

/** Applied where pgvector is: search by meaning needs it, nothing else does. */
const vectorsFile = 'vectors.sql';

/** Whether vectors are kept is asked at each opening, so that a server that is given pgvector later has them from then on. */
async function makeVectorsWhereAvailable(db: Database): Promise<void> {
  const { rows } = await sql<{ wanted: boolean }>`
    select not exists (select from schema_file where name = ${vectorsFile}) and exists (
      select from pg_available_extensions where name = 'vector'
        and string_to_array(coalesce(installed_version, default_version), '.')::int[] >= array[0, 8]) as wanted`.execute(db); // prettier-ignore
  if (!rows[0]!.wanted) return;
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(7205759403792793)`.execute(tx);
      const { rows: done } = await sql`select from schema_file where name = ${vectorsFile}`.execute(tx);
      if (done.length > 0) return;
      await sql`create extension if not exists vector`.execute(tx);
      await apply(tx, vectorsFile);
    });
  } catch (error) {
    // 42501: this user may not create extensions. Search by meaning says that they are lacking; all else works.
    if (!(error instanceof Error) || (error as { code?: string }).code !== '42501') throw error;
  }
}

/** The statements of a schema file: parted by a semicolon at a line's end, which our own files else have only in bodies (`$$ … $$`). */
function statementsIn(file: string): string[] {
  return (file.match(/(?:\$(\w*)\$[^$]*\$\1\$|;(?!\s*$)|[^;])+/gmu) ?? [])
    .map((part) => part.trim())
    .filter((part) => part.replace(/^--.*$/gmu, '').trim() !== '');
}
