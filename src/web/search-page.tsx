import type { Page, StatementRow } from '../ledger/ledger.js';
import { kinds } from '../terms/vocabulary.js';
import { Layout } from './layout.js';
import { NextPage } from './next-page.js';
import type { SearchQuery } from './search-query.js';
import { StatementItem } from './statement-item.js';

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
        <ul class="statements">
          {page.rows.map((row) => (
            <StatementItem row={row} />
          ))}
        </ul>
      )}
      <NextPage path="/search" query={query} cursor={page.next} />
    </Layout>
  );
}

function Filters({ query }: { readonly query: SearchQuery }) {
  return (
    <form class="filters" action="/search">
      {query.q === undefined ? null : <input type="hidden" name="q" value={query.q} />}
      <label>
        Speaker <input name="speaker" value={query.speaker ?? ''} />
      </label>
      <label>
        Outlet <input name="outlet" value={query.outlet ?? ''} />
      </label>
      <label>
        Kind{' '}
        <select name="kind">
          <option value="">any</option>
          {kinds.map((kind) => (
            <option selected={kind === query.kind}>{kind}</option>
          ))}
        </select>
      </label>
      <label>
        Published from <input type="date" name="from" value={query.from ?? ''} />
      </label>
      <label>
        to <input type="date" name="to" value={query.to ?? ''} />
      </label>
      <button type="submit">Filter</button> <a href="/search">Clear</a>
    </form>
  );
}
