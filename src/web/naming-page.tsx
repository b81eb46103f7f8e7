import type { NamingMonth, NamingRow } from '../ledger/ledger.js';
import { Layout } from './layout.js';
import { Field } from './parts/field.js';
import { AsKnownField, AsKnownNotice } from './parts/known.js';
import { MoreThan, Table, Wide } from './parts/table.js';
import { voice } from './parts/voice.js';
import type { ClaimQuery } from './search-query.js';

interface NamingProps {
  readonly query: ClaimQuery;
  /** Commonest first; null before anything was asked. */
  readonly rows: readonly NamingRow[] | null;
  /** In the outlets' own voice, oldest first. */
  readonly months: readonly NamingMonth[];
  /** What is named on record, commonest first; offered where nothing was asked. */
  readonly named: readonly string[];
}

/** Which outlet, and who in it, calls a thing what, and when. */
export function NamingPage({ query, rows, months, named }: NamingProps) {
  return (
    <Layout title="Naming">
      <h1>{query.entity === undefined ? 'Naming' : `What “${query.entity}” is called`}</h1>
      <p class="lead">
        What outlets, and the people they quote, call a disputed thing. onrecord takes no side on any name.
      </p>
      <form class="filters" aria-label="Filters">
        <Field name="entity" label="What is named" value={query.entity} />
        <AsKnownField value={query.asKnown} />
        <button type="submit">Show</button> <a href="/naming">Clear</a>
      </form>
      <AsKnownNotice day={query.asKnown} now="/naming" />
      {rows === null ? <Offered named={named} /> : rows.length === 0 ? <Nothing /> : null}
      {months.length === 0 ? null : <ByOutlet months={months} />}
      {rows === null || rows.length === 0 ? null : <AllLabels rows={rows} />}
    </Layout>
  );
}

function Nothing() {
  return (
    <p class="empty">
      Nothing on record fits. Give a part of the name, or see <a href="/naming">what is named on record</a>.
    </p>
  );
}

function Offered({ named }: { readonly named: readonly string[] }) {
  if (named.length === 0) return <p class="empty">No article on record names a disputed thing.</p>;
  return (
    <>
      <h2>Named on record</h2>
      <ul>
        {named.map((entity) => (
          <li>
            <a href={`/naming?${new URLSearchParams({ entity }).toString()}`}>{entity}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Months shown; older ones are in the list beneath. */
const mostMonths = 12;
/** Lines by outlet and label, and labels in the list; a page stays under 100 KB. */
const mostLines = 80;
const mostLabels = 120;

function ByOutlet({ months }: { readonly months: readonly NamingMonth[] }) {
  const shown = [...new Set(months.map(({ month }) => month))].slice(-mostMonths);
  const lines = new Map<string, NamingMonth[]>();
  for (const row of months.filter(({ month }) => shown.includes(month))) {
    const key = JSON.stringify([row.outlet, row.label.toLowerCase().replace(/^the /u, '')]);
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  const sorted = [...lines.values()].sort(
    (a, b) => (a[0]!.outlet ?? '').localeCompare(b[0]!.outlet ?? '') || total(b) - total(a),
  );
  return (
    <Wide label="Labels by outlet and month">
      <table class="matrix">
        <caption>The outlets’ own words, times a month</caption>
        <thead>
          <tr>
            <th scope="col">Outlet</th>
            <th scope="col">Label</th>
            {shown.map((month) => (
              <th scope="col" class="count">
                {month}
              </th>
            ))}
            <th scope="col" class="count">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, mostLines).map((line, i) => (
            <tr>
              <th scope="row">{line[0]!.outlet === sorted[i - 1]?.[0]!.outlet ? <span class="visually-hidden">{told(line)}</span> : told(line)}</th>
              <td>{line[0]!.label}</td>
              {shown.map((month) => (
                <td class="count">{line.find((row) => row.month === month)?.times ?? ''}</td>
              ))}
              <td class="count">{total(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  ); // prettier-ignore
}

const told = (line: readonly NamingMonth[]) => line[0]!.outlet ?? 'Unnamed outlet';
const total = (line: readonly NamingMonth[]) => line.reduce((sum, { times }) => sum + times, 0);

function AllLabels({ rows }: { readonly rows: readonly NamingRow[] }) {
  return (
    <>
      <h2>Every label, in whose voice</h2>
      <Table
        caption="Labels, commonest first"
        rows={rows.slice(0, mostLabels)}
        columns={[
          {
            head: 'Label',
            look: 'quoted',
            cell: ({ label, articleId }) => <a href={`/articles/${articleId}`}>{label}</a>,
          },
          { head: 'Marks', cell: ({ marks }) => marks.map((mark) => <span class="tag">{mark}</span>) },
          { head: 'In whose voice', cell: voice },
          { head: 'Times', look: 'count', cell: ({ times }) => times.toLocaleString('en') },
          { head: 'First', look: 'day', cell: ({ first }) => first },
          { head: 'Last', look: 'day', cell: ({ last }) => last },
        ]}
      />
      <MoreThan
        most={mostLabels}
        all={rows.length}
        advice="give a longer part of the name to see the others."
      />
    </>
  );
}
