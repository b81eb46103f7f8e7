import type { Count } from '../../ledger/ledger.js';
import { everyMonth, MonthChart } from './chart.js';
import { Table } from './table.js';

interface FacetProps {
  readonly counts: readonly Count[];
  readonly path?: (name: string) => string;
}

/** Names with their numbers of statements. */
export function FacetList({ counts, path }: FacetProps) {
  if (counts.length === 0) return <p class="soft">Nothing is told.</p>;
  return (
    <ul class="facet">
      {counts.map(({ name, statements }) => (
        <li>
          {path === undefined ? <span>{name}</span> : <a href={path(name)}>{name}</a>}{' '}
          <span class="soft">{statements.toLocaleString('en')}</span>
        </li>
      ))}
    </ul>
  );
}

/** Statements a month: a chart, and the numbers in a table beneath. */
export function Months({ months }: { readonly months: readonly Count[] }) {
  return (
    <>
      <h2>Statements a month</h2>
      <MonthChart counts={months} />
      <details>
        <summary>The numbers</summary>
        <Table
          caption="Statements a month"
          rows={everyMonth(months)}
          columns={[
            { head: 'Month', look: 'day', cell: ({ name }) => name },
            { head: 'Statements', look: 'count', cell: ({ statements }) => statements.toLocaleString('en') },
          ]}
        />
      </details>
    </>
  ); // prettier-ignore
}
