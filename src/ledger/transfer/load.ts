import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database.js';
import { DumpRefusedError } from '../error.js';
import { showAllNewest } from '../search/shown.js';
import { Digest, manifestOf, type Manifest } from './dump.js';
import { ledgerTables, type LedgerTable } from './tables.js';

const headSchema = z.object({
  onrecord: z.literal('ledger'),
  version: z.literal(1),
  tables: z.record(z.string(), z.array(z.string())),
});
const rowSchema = z.object({
  table: z.string(),
  row: z.record(z.string(), z.unknown()),
  local: z.int().optional(),
});
const endSchema = z.object({
  manifest: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
});
type Row = z.infer<typeof rowSchema>;

/** What loading a dump did. */
export interface Loaded {
  /** Rows that were new here. */
  readonly added: number;
  /** Rows that were here already. */
  readonly present: number;
  /** The ledger now holds what the dump's did, row for row, by their hashes; false where it holds more besides. */
  readonly identical: boolean;
}

/** Rows and characters that one transaction writes at most. */
const batch = { rows: 200, characters: 4_000_000 };

/**
 * Adds a dump to a ledger. What is here already is left as it is, so that an import that was broken off is simply run
 * again. A row keeps the number that orders it only where its table was empty.
 * @param lines of the dump, each without its line end.
 * @throws {DumpRefusedError} where it is no dump, comes from a newer version, does not match its own hashes, or was cut
 * off; what came before stays.
 */
export async function load(db: Database, lines: AsyncIterable<string>): Promise<Loaded> {
  const loader = new Loader(db, await ledgerTables(db));
  let number = 0;
  for await (const line of lines) {
    number++;
    try {
      await loader.take(parse(line), line.length);
    } catch (error) {
      if (error instanceof DumpRefusedError) throw new DumpRefusedError(`line ${number}: ${error.reason}`);
      throw new DumpRefusedError(`line ${number}, or one of the ${batch.rows} before it, cannot be stored (${error instanceof Error ? error.message : String(error)})`, { cause: error }); // prettier-ignore
    }
  }
  return loader.finish();
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new DumpRefusedError('it is not JSON');
  }
}

class Loader {
  private readonly tables: ReadonlyMap<string, LedgerTable>;
  private head: z.infer<typeof headSchema> | null = null;
  private manifest: Manifest | null = null;
  private readonly digests = new Map<string, Digest>();
  private readonly wasEmpty = new Map<string, boolean>();
  private waiting: Row[] = [];
  private characters = 0;
  private added = 0;
  private present = 0;

  constructor(
    private readonly db: Database,
    tables: readonly LedgerTable[],
  ) {
    this.tables = new Map(tables.map((table) => [table.name, table]));
  }

  async take(line: unknown, characters: number): Promise<void> {
    if (this.head === null) {
      this.head = this.checkHead(line);
      return;
    }
    if (this.manifest !== null) throw new DumpRefusedError('there is something after the manifest');
    const end = endSchema.safeParse(line);
    if (end.success) {
      await this.write();
      this.manifest = end.data.manifest;
      return;
    }
    const parsed = rowSchema.safeParse(line);
    if (!parsed.success) throw new DumpRefusedError('it is neither a row nor a manifest');
    const row = parsed.data;
    const columns = this.head.tables[row.table];
    if (columns === undefined) throw new DumpRefusedError(`table ${row.table} is not in the first line`);
    if (row.table !== this.waiting[0]?.table || this.waiting.length >= batch.rows || this.characters + characters > batch.characters) await this.write(); // prettier-ignore
    this.waiting.push(row);
    this.characters += characters;
    const digest = this.digests.get(row.table) ?? new Digest();
    this.digests.set(row.table, digest);
    digest.add(row.row);
  }

  async finish(): Promise<Loaded> {
    if (this.head === null) throw new DumpRefusedError('it is empty');
    if (this.manifest === null)
      throw new DumpRefusedError('it was cut off: its manifest is missing. What came before is stored');
    for (const [name, { rows, sha256 }] of Object.entries(this.manifest)) {
      const found = (this.digests.get(name) ?? new Digest()).value;
      if (found.rows !== rows || found.sha256 !== sha256)
        throw new DumpRefusedError(
          `its rows of ${name} are not those of its manifest (${found.rows} of ${rows}): it was changed`,
        );
    }
    await this.renumber();
    if (this.added > 0) await this.db.transaction().execute(showAllNewest);
    const now = await manifestOf(this.db);
    const differing = Object.entries(this.manifest).filter(
      ([name, { rows, sha256 }]) => now[name]?.rows !== rows || now[name].sha256 !== sha256,
    );
    const fresh = [...this.wasEmpty.values()].every(Boolean);
    if (fresh && differing.length > 0)
      throw new DumpRefusedError(`after loading, ${differing.map(([name]) => name).join(', ')} differ from the dump`); // prettier-ignore
    return { added: this.added, present: this.present, identical: differing.length === 0 };
  }

  private checkHead(line: unknown): z.infer<typeof headSchema> {
    const parsed = headSchema.safeParse(line);
    if (!parsed.success)
      throw new DumpRefusedError('it is not the first line of a ledger of version 1, as onrecord backup writes it'); // prettier-ignore
    for (const [name, columns] of Object.entries(parsed.data.tables)) {
      const table = this.tables.get(name);
      const unknown = columns.find((column) => table?.columns.includes(column) !== true);
      if (table === undefined || unknown !== undefined)
        throw new DumpRefusedError(`a newer version of onrecord wrote it (${name}${unknown === undefined ? '' : `.${unknown}`}). Use that version`); // prettier-ignore
    }
    return parsed.data;
  }

  private async write(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    this.characters = 0;
    const name = rows[0]?.table;
    if (name === undefined) return;
    const table = this.tables.get(name)!;
    const columns = this.head!.tables[name]!;
    if (!this.wasEmpty.has(name)) this.wasEmpty.set(name, await this.isEmpty(name));
    const added = await this.db.transaction().execute(async (tx) => {
      await sql`set local timezone to 'UTC'`.execute(tx);
      return insert(tx, table, columns, rows, this.wasEmpty.get(name)!);
    });
    this.added += added;
    this.present += rows.length - added;
  }

  private async isEmpty(name: string): Promise<boolean> {
    const { rows } = await sql<{ empty: boolean }>`
      select not exists (select from ${sql.table(name)}) as empty`.execute(this.db);
    return rows[0]!.empty;
  }

  /** What comes next is numbered after what was loaded. */
  private async renumber(): Promise<void> {
    for (const { name, local } of this.tables.values()) {
      if (local === null || this.wasEmpty.get(name) !== true) continue;
      await sql`select setval(pg_get_serial_sequence(${name}, ${local}), max(${sql.ref(local)}))
        from ${sql.table(name)} having max(${sql.ref(local)}) is not null`.execute(this.db);
    }
  }
}

/** Inserts rows that are not there. @returns how many were not. */
async function insert(
  tx: Database,
  { name, local, key }: LedgerTable,
  columns: readonly string[],
  rows: readonly Row[],
  keepNumbers: boolean,
): Promise<number> {
  const into = sql.join(columns.map((column) => sql.ref(column)));
  const json = JSON.stringify(rows.map(({ row }) => row));
  if (local === null) {
    const done = await sql`insert into ${sql.table(name)} (${into})
      select ${into} from jsonb_populate_recordset(null::${sql.table(name)}, ${json}::jsonb)
      on conflict do nothing`.execute(tx);
    return Number(done.numAffectedRows ?? 0n);
  }
  const numbered = JSON.stringify(rows.map(({ row, local: number }) => ({ ...row, [local]: number })));
  // Where the number is part of the key, a row is known by all else; columns of the key are never null.
  const same = sql.join(columns.map((column) => key.includes(column) ? sql`old.${sql.ref(column)} = new.${sql.ref(column)}` : sql`old.${sql.ref(column)} is not distinct from new.${sql.ref(column)}`), sql` and `); // prettier-ignore
  const done =
    await sql`insert into ${sql.table(name)} (${into}${keepNumbers ? sql`, ${sql.ref(local)}` : sql``})
    ${keepNumbers ? sql`overriding system value` : sql``}
    select ${into}${keepNumbers ? sql`, ${sql.ref(local)}` : sql``}
    from jsonb_populate_recordset(null::${sql.table(name)}, ${numbered}::jsonb) new
    where ${keepNumbers || !key.includes(local) ? sql`true` : sql`not exists (select from ${sql.table(name)} old where ${same})`}
    order by new.${sql.ref(local)}
    on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}
