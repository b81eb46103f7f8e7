import type { Page, StatementRow } from '../ledger/ledger.js';
import { kinds } from '../terms/vocabulary.js';
import { Layout } from './layout.js';
import { Choice, Field } from './parts/field.js';
import { NextPage } from './parts/next-page.js';
import { StatementList } from './parts/statement-item.js';
import type { SearchQuery } from './search-query.js';

interface SearchProps {
  readonly query: SearchQuery;
  readonly page: Page<StatementRow>;
}

/** Search and its filters; without words, all statements. */
export function SearchPage({ query, page }: SearchProps) {
  return (
    <Layout title={query.q === undefined ? 'Statements' : `“${query.q}”`} query={query.q ?? ''}>
      <h1>{query.q === undefined ? 'Statements' : `Statements with “${query.q}”`}</h1>
      <Filters query={query} />
      {page.rows.length === 0 ? (
        <p class="empty">
          No statement fits. Try fewer words or filters, or see <a href="/search">all statements</a>.
        </p>
      ) : (
        <StatementList rows={page.rows} />
      )}
      <NextPage path="/search" query={query} cursor={page.next} />
    </Layout>
  );
}

function Filters({ query }: { readonly query: SearchQuery }) {
  return (
    <form class="filters" action="/search" aria-label="Filters">
      {query.q === undefined ? null : <input type="hidden" name="q" value={query.q} />}
      <Field name="speaker" label="Speaker" value={query.speaker} />
      <Field name="outlet" label="Outlet" value={query.outlet} />
      <Choice name="kind" label="Kind" value={query.kind} options={kinds} none="any" />
      <Field name="from" label="Published from" value={query.from} type="date" />
      <Field name="to" label="to" value={query.to} type="date" />
      <button type="submit">Filter</button> <a href="/search">Clear</a>
    </form>
  );
}
