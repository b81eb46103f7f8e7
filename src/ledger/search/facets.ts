import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.js';
import type { SentenceEncoder } from '../../sentences/encoder.js';
import { conditions } from './conditions.js';
import { mostNear, nearest, type Asked } from './near.js';
import { asked, nearby } from './search.js';
import { shownStatements } from './shown.js';
import type { Asking, FacetCount, Facets } from './query.js';

/** Facets count so many of the newest that fit: counting reads each of them. */
export const mostCounted = 10_000;

interface Row {
  readonly facet: Exclude<keyof Facets, 'more'>;
  readonly value: string;
  readonly n: string;
}

/** Counts what the statements that fit a filter have in common; by meaning, the nearest that fit. */
export async function facets(db: Database, encoder: SentenceEncoder, filter: Asking): Promise<Facets> {
  const question = await asked(db, encoder, filter);
  return question === null
    ? count(db, newest(filter), mostCounted)
    : nearby(db, (tx) => count(tx, near(filter, question), mostNear - 1));
}

const counted = sql`speaker, outlet, kind, act, stances, relations, to_char(day, 'YYYY-MM') as month`;

function newest(filter: Asking): RawBuilder<unknown> {
  return sql`select ${counted} from ${shownStatements(filter.asKnown)}
    where ${sql.join(conditions(filter), sql` and `)}
    order by day desc, seq desc, ordinal limit ${mostCounted + 1}`;
}

function near(filter: Asking, question: Asked): RawBuilder<unknown> {
  return sql`select ${counted} from (select article_id, statement_id from (${nearest(filter, question, sql`true`)}) n) near
    join ${shownStatements(filter.asKnown)} using (article_id, statement_id)`;
}

async function count(db: Database, fitting: RawBuilder<unknown>, most: number): Promise<Facets> {
  const { rows } = await sql<Row>`
    with newest as materialized (${fitting}),
    found as materialized (select * from newest limit ${most}),
    counted as (
      select case when grouping(speaker) = 0 then 'speaker' when grouping(outlet) = 0 then 'outlet'
          when grouping(kind) = 0 then 'kind' when grouping(act) = 0 then 'act' else 'month' end as facet,
        coalesce(speaker, outlet, kind, act, month) as value, count(*) as n
      from found group by grouping sets (speaker, outlet, kind, act, month)
      union all select 'stance', stance, count(*) from found, unnest(stances) stance group by stance
      union all select 'relation', relation, count(*) from found, unnest(relations) relation group by relation),
    placed as (
      select *, row_number() over (partition by facet order by case when facet = 'month' then value end desc, n desc, value) as place
      from counted where value is not null)
    select facet, value, n::text from placed where place <= case when facet = 'month' then 36 else 20 end
    union all select 'statements', '', count(*)::text from newest`.execute(db);
  const of = (facet: Row['facet']): FacetCount[] =>
    rows.filter((row) => row.facet === facet).map(({ value, n }) => ({ value, statements: Number(n) })).sort(byCount); // prettier-ignore
  const all = of('statements')[0]!.statements;
  return {
    statements: Math.min(all, most),
    more: all > most,
    speaker: of('speaker'),
    outlet: of('outlet'),
    kind: of('kind'),
    act: of('act'),
    stance: of('stance'),
    relation: of('relation'),
    month: of('month').sort((a, b) => (a.value < b.value ? 1 : -1)),
  };
}

function byCount(a: FacetCount, b: FacetCount): number {
  return b.statements - a.statements || (a.value < b.value ? -1 : 1);
}
