import type { ChangeRow } from '../ledger/ledger.js';
import { Layout } from './layout.js';
import { AsKnownNotice } from './parts/known.js';
import { speakerPath } from './parts/statement-item.js';
import { Table } from './parts/table.js';
import { PositionFilters, propositionOf } from './positions-page.js';
import type { ClaimQuery } from './search-query.js';

interface ChangesProps {
  readonly query: ClaimQuery;
  /** Newest first. */
  readonly rows: readonly ChangeRow[];
}

/** Whose stance on what differs from the one before it, both side by side. */
export function ChangesPage({ query, rows }: ChangesProps) {
  return (
    <Layout title="Changes of position">
      <p class="back">
        <a href="/positions">← All positions</a>
      </p>
      <h1>Changes of position</h1>
      <p class="lead">
        Where a holder’s stance differs from the one on record before it, newest first. Both are shown in the
        words that carry them; whether it is a change of mind is the reader’s to judge.
      </p>
      <PositionFilters query={query} path="/positions/changes" />
      <AsKnownNotice day={query.asKnown} now="/positions/changes" />
      {rows.length === 0 ? (
        <p class="empty">
          No change of position fits. Try fewer words, or see <a href="/positions">all positions</a>.
        </p>
      ) : (
        <Table
          caption="Changes of position, newest first"
          rows={rows}
          columns={[
            { head: 'Holder', cell: ({ holder }) => <a href={speakerPath(holder)}>{holder}</a> },
            { head: 'On whether', cell: propositionOf },
            { head: 'Before', cell: ({ before }) => <Taken side={before} /> },
            { head: 'After', cell: ({ after }) => <Taken side={after} /> },
          ]}
        />
      )}
    </Layout>
  );
}

function Taken({ side: { stance, day, outlet, statementId, articleId, words } }: { readonly side: ChangeRow['before'] }) {
  return (
    <>
      <span class="tag strong">{stance}</span> <span class="soft">{day}, {outlet ?? 'unnamed outlet'}</span>
      <div class="quoted">
        <a href={statementId === null ? `/articles/${articleId}` : `/statements/${statementId}`}>{words ?? 'the statement'}</a>
      </div>
    </>
  );
} // prettier-ignore

/** Changes in few lines, for the first page. */
export function ChangeList({ rows }: { readonly rows: readonly ChangeRow[] }) {
  return (
    <ul class="notes">
      {rows.map((row) => (
        <li>
          <a href={`/statements/${row.after.statementId ?? ''}`}>{row.holder}</a>: <span class="soft">{row.before.stance}, now</span>{' '}
          <strong>{row.after.stance}</strong>, {propositionOf(row)} <span class="soft">{row.after.day}</span>
        </li>
      ))}
    </ul>
  ); // prettier-ignore
}
