import { comparisons, type FacetCount, type Facets, type SearchPage as Found } from '../ledger/ledger.js';
import { acts, kinds, relations, stances } from '../terms/vocabulary.js';
import { Choice, Field } from './parts/field.js';
import { AsKnownField, AsKnownNotice } from './parts/known.js';
import { useMayEdit } from './parts/page-context.js';
import { NextPage } from './parts/next-page.js';
import { HitList } from './parts/statement-item.js';
import type { SearchQuery } from './search-query.js';

interface SearchProps {
  readonly query: SearchQuery;
  readonly page: Found;
  readonly facets: Facets;
}

/** Title of a search; without words, of all statements. */
export function searchTitle({ q }: SearchQuery): string {
  return q === undefined ? 'Statements' : `Statements with “${q}”`;
}

/** What was asked, and its filters. */
export function SearchOpening({ query }: { readonly query: SearchQuery }) {
  return (
    <>
      <h1>{searchTitle(query)}</h1>
      <Filters query={query} />
      <AsKnownNotice day={query.asKnown} now={address(query, { asKnown: undefined })} />
    </>
  );
}

/** What was found, and what would narrow it. */
export function SearchFound({ query, page, facets }: SearchProps) {
  return (
    <>
      {page.rows.length === 0 ? (
        <p class="empty">
          No statement fits. Try fewer words or filters, or see <a href="/search">all statements</a>.
        </p>
      ) : (
        <div class="columns">
          <section aria-label="Statements found">
            <p class="facts">
              {facets.more ? 'More than ' : ''}
              {facets.statements === 1 ? 'One statement' : `${facets.statements.toLocaleString('en')} statements`}
              {query.q === undefined ? ', newest first' : query.by === 'meaning' || query.by === 'both' ? ', nearest first' : <Order query={query} />}
              <Follow query={query} />
            </p>
            <HitList hits={page.rows} />
            <NextPage path="/search" query={query} cursor={page.next} />
          </section>
          <aside aria-label="Narrow">
            <Facet query={query} name="speaker" title="Speaker" counts={facets.speaker} />
            <Facet query={query} name="outlet" title="Outlet" counts={facets.outlet} />
            <Facet query={query} name="act" title="Act" counts={facets.act} />
            <Facet query={query} name="stance" title="Stance" counts={facets.stance} />
            <Facet query={query} name="relation" title="Relation" counts={facets.relation} />
            <Facet query={query} name="kind" title="Kind" counts={facets.kind} />
            <Months query={query} counts={facets.month} />
          </aside>
        </div>
      )}
    </>
  ); // prettier-ignore
}

/** Address of this search with other filters; undefined takes one away. */
function address(query: SearchQuery, change: Partial<Record<keyof SearchQuery, string | undefined>>): string {
  const all = { ...query, cursor: undefined, ...change };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/search?${new URLSearchParams(given).toString()}`;
}

function Order({ query }: { readonly query: SearchQuery }) {
  return query.sort === 'relevance' ? (
    <>, best first (<a href={address(query, { sort: undefined })}>newest first</a>)</>
  ) : (
    <>, newest first (<a href={address(query, { sort: 'relevance' })}>best first</a>)</>
  ); // prettier-ignore
}

/** For those who may: the search as the beginning of an alert. */
function Follow({ query: { q, speaker, outlet, entity } }: { readonly query: SearchQuery }) {
  if (!useMayEdit() || [q, speaker, outlet, entity].every((value) => value === undefined)) return null;
  const given = Object.entries({ words: q, speaker, outlet, entity }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return <> · <a href={`/alerts?${new URLSearchParams(given).toString()}`}>Save as an alert</a></>;
} // prettier-ignore

/** Values of a facet that are shown at once. */
const mostValues = 8;

interface FacetProps {
  readonly query: SearchQuery;
  readonly name: 'speaker' | 'outlet' | 'kind' | 'act' | 'stance' | 'relation';
  readonly title: string;
  readonly counts: readonly FacetCount[];
}

function Facet({ query, name, title, counts }: FacetProps) {
  if (counts.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="facet">
        {counts.slice(0, mostValues).map(({ value, statements }) => (
          <li>
            <a href={address(query, { [name]: query[name] === value ? undefined : value })} aria-current={query[name] === value ? 'true' : undefined}>
              {value}
            </a>{' '}
            <span class="soft">{statements.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
    </>
  ); // prettier-ignore
}

function Months({ query, counts }: { readonly query: SearchQuery; readonly counts: readonly FacetCount[] }) {
  return (
    <>
      <h2>Month</h2>
      <ul class="facet">
        {counts.slice(0, 12).map(({ value, statements }) => (
          <li>
            <a href={address(query, { from: `${value}-01`, to: lastDay(value) })}>{value}</a>{' '}
            <span class="soft">{statements.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** `2024-02` → `2024-02-29`. */
function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number, 0)).toISOString().slice(0, 10);
}

function Filters({ query }: { readonly query: SearchQuery }) {
  return (
    <form class="filters" action="/search" aria-label="Filters">
      {query.q === undefined ? null : (
        <>
          <input type="hidden" name="q" value={query.q} />
          <Choice name="by" label="Compare" value={query.by} options={comparisons} />
        </>
      )}
      <Field name="speaker" label="Speaker" value={query.speaker} />
      <Field name="outlet" label="Outlet" value={query.outlet} />
      <Field name="entity" label="About" value={query.entity} />
      <Choice name="kind" label="Kind" value={query.kind} options={kinds} none="any" />
      <Choice name="act" label="Act" value={query.act} options={acts} none="any" />
      <Choice name="stance" label="Stance" value={query.stance} options={stances} none="any" />
      <Choice name="relation" label="Relation" value={query.relation} options={relations} none="any" />
      <Field name="from" label="Published from" value={query.from} type="date" />
      <Field name="to" label="to" value={query.to} type="date" />
      <AsKnownField value={query.asKnown} />
      <button type="submit">Filter</button> <a href="/search">Clear</a>
    </form>
  );
}
