import { sql } from 'kysely';
import type { Database } from '../database.js';

/** A table of the ledger, as the database's own catalog tells it. */
export interface LedgerTable {
  readonly name: string;
  /** All that rows are made of, in the table's order; without `local` and without what the database computes. */
  readonly columns: readonly string[];
  /** Columns of the primary key; empty where there is none. */
  readonly key: readonly string[];
  /** The column that this database numbers by itself: it orders rows here and means nothing elsewhere. */
  readonly local: string | null;
  /** Holds bytes, so that few rows are read at once. */
  readonly bytes: boolean;
}

/** Made from the other tables, and made again after loading, or by `onrecord encode`. */
const derived = ['shown_statement', 'statement_vector'];

interface CatalogRow {
  readonly name: string;
  readonly columns: string[];
  readonly key: string[];
  readonly local: string | null;
  readonly bytes: boolean;
  readonly parents: string[];
}

/**
 * Every table of the ledger, those that others refer to first. It is read from the catalog, so that a table that a later
 * schema file adds is never forgotten, but for those that are derived. The record of schema files and the job queue's own schema are not the ledger.
 */
export async function ledgerTables(db: Database): Promise<LedgerTable[]> {
  const { rows } = await sql<CatalogRow>`
    select t.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' and a.attidentity = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = any(i.indkey::smallint[])
        where i.indrelid = t.oid and i.indisprimary order by array_position(i.indkey::smallint[], a.attnum)) as key,
      (select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attidentity <> '' limit 1) as local,
      exists (select from pg_attribute a where a.attrelid = t.oid and a.atttypid = 'bytea'::regtype) as bytes,
      array(select f.relname::text from pg_constraint c join pg_class f on f.oid = c.confrelid
        where c.conrelid = t.oid and c.contype = 'f' and c.confrelid <> t.oid) as parents
    from pg_class t
    where t.relkind in ('r', 'p') and not t.relispartition and t.relnamespace = current_schema()::regnamespace
      and t.relname <> 'schema_file' and t.relname <> all(${derived})
    order by t.relname`.execute(db);
  return parentsFirst(rows).map(({ name, columns, key, local, bytes }) => ({
    name,
    columns,
    key,
    local,
    bytes,
  }));
}

function parentsFirst(rows: readonly CatalogRow[]): CatalogRow[] {
  const byName = new Map(rows.map((row) => [row.name, row]));
  const sorted = new Set<CatalogRow>();
  const visit = (row: CatalogRow, above: readonly CatalogRow[]): void => {
    if (sorted.has(row) || above.includes(row)) return;
    for (const parent of row.parents) {
      const found = byName.get(parent);
      if (found !== undefined) visit(found, [...above, row]);
    }
    sorted.add(row);
  };
  for (const row of rows) visit(row, []);
  return [...sorted];
}
