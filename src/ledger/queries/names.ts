import { sql } from 'kysely';
import type { Database } from '../database.js';
import { links, shownName } from '../entities/resolved.js';
import { fromNewest } from './statements.js';

/** A name and how many statements bear it. */
export interface NameCount {
  readonly name: string;
  readonly statements: number;
}

/** Named speakers by number of statements, each under the name it is shown by; at most 1,000. */
export async function speakers(db: Database): Promise<NameCount[]> {
  const { rows } = await sql<RawCount>`
    with counted as (
      select l.entity_id, case when l.entity_id is null then found.entity end as told, min(found.entity) as name, count(*) as statements
      from (${fromNewest()}) found
      left join ${links()} l on l.article_id = found.article_id and l.name = found.entity
      where found.entity is not null
      group by 1, 2 order by 4 desc, 3 limit 1000)
    select coalesce(${shownName(sql`c.entity_id`)}, c.name) as name, c.statements from counted c order by 2 desc, 1`.execute(db); // prettier-ignore
  return rows.map(numbered);
}

/** Outlets by number of statements, at most 1,000. */
export async function outlets(db: Database): Promise<NameCount[]> {
  const { rows } = await sql<RawCount>`
    select outlet as name, count(*) as statements
    from (${fromNewest()}) found
    where outlet is not null
    group by 1 order by 2 desc, 1 limit 1000`.execute(db);
  return rows.map(numbered);
}

interface RawCount {
  readonly name: string;
  readonly statements: string;
}

function numbered({ name, statements }: RawCount): NameCount {
  return { name, statements: Number(statements) };
}
