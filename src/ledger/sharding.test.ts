import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Connection } from './database.js';
import { testPlaces, testServer, type TestPlace } from './test-places.js';

const doc = readFileSync(new URL('../../docs/scale.md', import.meta.url), 'utf8');
const named = (pattern: RegExp) =>
  [...doc.matchAll(pattern)].map(([, table, column]) => [table!, column ?? '']);
/** Distribution column by table, as docs/scale.md has it. */
const distributed = new Map(named(/create_distributed_table\('(\w+)', '(\w+)'/gu) as [string, string][]);
const references = new Set(named(/create_reference_table\('(\w+)'\)/gu).map(([table]) => table));
const local = new Set(named(/citus_add_local_table_to_metadata\('(\w+)'\)/gu).map(([table]) => table));

const dropped = new Set([...doc.matchAll(/drop constraint (\w+);/gu)].map(([, name]) => name!));

interface UniqueIndex {
  readonly name: string;
  readonly table: string;
  readonly columns: string[];
}
interface ForeignKey {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly fromColumns: string[];
  readonly toColumns: string[];
}

// The limit is for what hangs: a busy machine takes ten times as long as an idle one.
describe('the schema can be spread as docs/scale.md says', { timeout: 300_000 }, () => {
  let place: TestPlace;
  let connection: Connection;
  beforeAll(async () => {
    place = await testPlaces[testServer === undefined ? 'embedded' : 'PostgreSQL']();
    connection = await connect(place.location);
  }, 300_000);
  afterAll(async () => {
    await connection.close();
    await place.remove();
  }, 300_000);

  it('names every table once', async () => {
    const { rows } = await sql<{ table: string }>`
      select relname as table from pg_class where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace
        and relname <> 'schema_file' order by 1`.execute(connection.db);
    const all = [...distributed.keys(), ...references, ...local].sort();
    expect(new Set(all).size).toBe(all.length);
    expect(rows.map(({ table }) => table).filter((table) => !all.includes(table))).toEqual([]);
  });

  it('has the distribution column in every unique key', async () => {
    const { rows } = await sql<UniqueIndex>`
      select i.indexrelid::regclass::text as name, t.relname as table,
        array(select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum = any(i.indkey::smallint[])) as columns
      from pg_index i join pg_class t on t.oid = i.indrelid
      where i.indisunique and t.relnamespace = current_schema()::regnamespace`.execute(connection.db);
    const lacking = rows.filter(({ table, columns }) => distributed.has(table) && !columns.includes(distributed.get(table)!)); // prettier-ignore
    expect(rows.length).toBeGreaterThan(20);
    expect(lacking).toEqual([]);
  });

  it('has it in every foreign key, at the same place on both sides, or refers to a table that is everywhere', async () => {
    const { rows } = await sql<ForeignKey>`
      select c.conname as name, f.relname as from, t.relname as to,
        array(select a.attname::text from unnest(c.conkey) with ordinality k(n, at) join pg_attribute a on a.attrelid = f.oid and a.attnum = k.n order by at) as "fromColumns",
        array(select a.attname::text from unnest(c.confkey) with ordinality k(n, at) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n order by at) as "toColumns"
      from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
      where c.contype = 'f' and f.relnamespace = current_schema()::regnamespace`.execute(connection.db);
    const refused = rows.filter(({ name, from, to, fromColumns, toColumns }) => {
      if (dropped.has(name)) return false;
      if (references.has(to)) return local.has(from);
      const [mine, theirs] = [distributed.get(from), distributed.get(to)];
      if (mine === undefined || theirs === undefined) return !(local.has(from) && local.has(to));
      return fromColumns.indexOf(mine) === -1 || fromColumns.indexOf(mine) !== toColumns.indexOf(theirs);
    });
    expect(rows.length).toBeGreaterThan(10);
    expect(refused).toEqual([]);
  });
});
