import { sql } from 'kysely';
import type { Database } from '../database.js';
import { fromNewest } from './statements.js';

/** A name and how many statements bear it. */
export interface NameCount {
  readonly name: string;
  readonly statements: number;
}

/** Named speakers by number of statements, at most 1,000. */
export function speakers(db: Database): Promise<NameCount[]> {
  return count(db, 'entity');
}

/** Outlets by number of statements, at most 1,000. */
export function outlets(db: Database): Promise<NameCount[]> {
  return count(db, 'outlet');
}

async function count(db: Database, column: 'entity' | 'outlet'): Promise<NameCount[]> {
  const { rows } = await sql<{ name: string; statements: string }>`
    select ${sql.ref(column)} as name, count(*) as statements
    from (${fromNewest()}) found
    where ${sql.ref(column)} is not null
    group by 1 order by 2 desc, 1 limit 1000`.execute(db);
  return rows.map(({ name, statements }) => ({ name, statements: Number(statements) }));
}
