import type { RecognitionRow } from '../ledger/ledger.js';
import { Layout } from './layout.js';
import { Field } from './parts/field.js';
import { AsKnownField, AsKnownNotice } from './parts/known.js';
import { MoreThan, Table, Wide } from './parts/table.js';
import { voice } from './parts/voice.js';
import type { ClaimQuery } from './search-query.js';

interface RecognitionProps {
  readonly query: ClaimQuery;
  /** Newest first. */
  readonly rows: readonly RecognitionRow[];
}

/** Who recognises whom, according to whom, as of when. */
export function RecognitionPage({ query, rows }: RecognitionProps) {
  return (
    <Layout title="Recognition">
      <h1>Recognition</h1>
      <p class="lead">
        Who recognises whom, according to whom. What contradicts stands side by side; nothing is resolved
        here.
      </p>
      <form class="filters" aria-label="Filters">
        <Field name="entity" label="State or place" value={query.entity} />
        <Field name="asOf" label="As of" value={query.asOf} type="date" />
        <AsKnownField value={query.asKnown} />
        <button type="submit">Show</button> <a href="/recognition">Clear</a>
      </form>
      <AsKnownNotice day={query.asKnown} now="/recognition" />
      {rows.length === 0 ? (
        <p class="empty">
          Nothing on record fits. Give another name or a later day, or see{' '}
          <a href="/recognition">all that is told of recognition</a>.
        </p>
      ) : (
        <>
          <p class="facts">
            Rows recognise columns. A cell tells what was told last, and beside it what was told otherwise.
          </p>
          <Matrix rows={rows} />
          <h2>As told, newest first</h2>
          <Told rows={rows.slice(0, mostTold)} />
          <MoreThan most={mostTold} all={rows.length} advice="give a state or a day to see the others." />
        </>
      )}
    </Layout>
  );
}

/** Columns of the matrix; what is named less often stands in the list beneath only. */
const mostColumns = 12;
const mostRows = 40;
/** What was told, line by line; a page stays under 100 KB. */
const mostTold = 100;

function Matrix({ rows }: { readonly rows: readonly RecognitionRow[] }) {
  const objects = byFrequency(rows.map(objectOf)).slice(0, mostColumns);
  const subjects = byFrequency(rows.map(({ subject }) => subject)).slice(0, mostRows);
  return (
    <Wide label="Recognition matrix">
      <table class="matrix">
        <caption class="visually-hidden">Recognition: rows recognise columns</caption>
        <thead>
          <tr>
            <td></td>
            {objects.map((object) => (
              <th scope="col">{object}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject) => (
            <tr>
              <th scope="row">{subject}</th>
              {objects.map((object) => (
                <Cell rows={rows.filter((row) => row.subject === subject && objectOf(row) === object)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Cell({ rows }: { readonly rows: readonly RecognitionRow[] }) {
  const told = byFrequency(rows.map(({ polarity }) => polarity));
  const last = rows[0];
  if (last === undefined) return <td></td>;
  return (
    <td class={told.length > 1 ? 'both' : undefined}>
      <a href={wayTo(last)}>{last.polarity}</a> <span class="soft">{last.day}</span>
      {told
        .filter((polarity) => polarity !== last.polarity)
        .map((polarity) => {
          const other = rows.find((row) => row.polarity === polarity)!;
          return (
            <div>
              also <a href={wayTo(other)}>{polarity}</a> <span class="soft">{other.day}</span>
            </div>
          );
        })}
    </td>
  );
}

function Told({ rows }: { readonly rows: readonly RecognitionRow[] }) {
  return (
    <Table
      caption="What was told of recognition, newest first"
      rows={rows}
      columns={[
        { head: 'Day', look: 'day', cell: ({ day }) => day },
        { head: 'Who', cell: ({ subject }) => subject },
        { head: 'Recognises', cell: objectOf },
        { head: 'Holds', cell: ({ polarity }) => <span class="tag strong">{polarity}</span> },
        { head: 'According to', cell: voice },
        { head: 'Words', look: 'quoted', cell: (row) => <a href={wayTo(row)}>{row.words}</a> },
      ]}
    />
  );
}

function objectOf({ object, over }: RecognitionRow): string {
  return over === null ? object : `${object} over ${over}`;
}

function wayTo({ statementId, articleId }: RecognitionRow): string {
  return statementId === null ? `/articles/${articleId}` : `/statements/${statementId}`;
}

function byFrequency(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}
