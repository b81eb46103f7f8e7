import type { PositionRow } from '../ledger/ledger.js';
import { Layout } from './layout.js';
import { Field } from './parts/field.js';
import { AsKnownField, AsKnownNotice } from './parts/known.js';
import { speakerPath } from './parts/statement-item.js';
import { Table, type Column } from './parts/table.js';
import type { ClaimQuery } from './search-query.js';

interface PositionsProps {
  readonly query: ClaimQuery;
  /** Oldest first. */
  readonly rows: readonly PositionRow[];
}

/** Rows shown at once; a page stays under 100 KB. */
const mostShown = 120;

/** Who is for, against, "not now", on what, since when. */
export function PositionsPage({ query, rows }: PositionsProps) {
  return (
    <Layout title="Positions">
      <h1>Positions</h1>
      <p class="lead">
        What statements commit their speakers to, oldest first. Each line leads to its words in the article.
        See also <a href="/positions/changes">changes of position</a>.
      </p>
      <PositionFilters query={query} path="/positions" />
      <AsKnownNotice day={query.asKnown} now="/positions" />
      {rows.length === 0 ? (
        <p class="empty">
          Nothing on record fits. Try fewer words, or see <a href="/positions">all positions</a>.
        </p>
      ) : (
        <>
          {rows.length <= mostShown ? null : (
            <p class="facts">
              The newest {mostShown} of {rows.length.toLocaleString('en')} are shown; narrow it by a holder or
              a word.
            </p>
          )}
          <PositionsTable rows={rows.slice(-mostShown)} />
        </>
      )}
    </Layout>
  );
}

interface FiltersProps {
  readonly query: ClaimQuery;
  readonly path: string;
}

/** What limits a list of positions. */
export function PositionFilters({ query, path }: FiltersProps) {
  return (
    <form class="filters" action={path} aria-label="Filters">
      <Field name="about" label="About" value={query.about} hint="join union" />
      <Field name="holder" label="Holder" value={query.holder} />
      <Field name="asOf" label="Said until" value={query.asOf} type="date" />
      <AsKnownField value={query.asKnown} />
      <button type="submit">Show</button> <a href={path}>Clear</a>
    </form>
  );
}

interface TableProps {
  readonly rows: readonly PositionRow[];
  /** False on the holder's own page. */
  readonly withHolder?: boolean;
}

/** Positions in a table, each with a way to its words. */
export function PositionsTable({ rows, withHolder = true }: TableProps) {
  const holder: Column<PositionRow> = {
    head: 'Holder',
    cell: ({ holder: name }) => <a href={speakerPath(name)}>{name}</a>,
  };
  return (
    <Table
      caption="Positions, oldest first"
      rows={rows}
      columns={[
        { head: 'Day', look: 'day', cell: ({ day }) => day },
        ...(withHolder ? [holder] : []),
        { head: 'Stance', cell: ({ stance }) => <span class="tag strong">{stance}</span> },
        { head: 'On whether', cell: propositionOf },
        {
          head: 'Words',
          look: 'quoted',
          cell: ({ statementId, words }) => <a href={`/statements/${statementId ?? ''}`}>{words ?? 'the statement'}</a>,
        },
        { head: 'Told by', cell: ({ outlet }) => outlet ?? 'Unnamed outlet' },
      ]}
    />
  ); // prettier-ignore
}

/** Subject, relation and object in words; what the article leaves out is a question mark. */
export function propositionOf({
  subject,
  relation,
  object,
}: Pick<PositionRow, 'subject' | 'relation' | 'object'>): string {
  return `${subject ?? '?'} · ${relation} · ${object ?? '?'}`;
}
