import type { NameCount, PositionRow, StatementRow, Summary } from '../ledger/ledger.js';
import { Layout } from './layout.js';
import { speakerPath, StatementList } from './parts/statement-item.js';
import { propositionOf } from './positions-page.js';

interface HomeProps {
  readonly summary: Summary;
  readonly newest: readonly StatementRow[];
  readonly speakers: readonly NameCount[];
  /** Newest first. */
  readonly positions: readonly PositionRow[];
}

/** First page: what the ledger holds, the newest statements, who speaks most, the latest positions. */
export function HomePage({ summary, newest, speakers, positions }: HomeProps) {
  return (
    <Layout title="Who said what">
      <h1>Who said what, in which words, as told by whom</h1>
      {newest.length === 0 ? (
        <p class="empty">
          The ledger is empty. Read an article into it: <code>onrecord read page.html</code>
        </p>
      ) : (
        <>
          <Numbers summary={summary} />
          <div class="columns">
            <section aria-labelledby="newest">
              <h2 id="newest">Newest statements</h2>
              <StatementList rows={newest} />
              <p>
                <a href="/search">All statements</a>
              </p>
            </section>
            <aside aria-label="Also on record">
              <h2>Who speaks most</h2>
              <ol class="facet">
                {speakers.map(({ name, statements }) => (
                  <li>
                    <a href={speakerPath(name)}>{name}</a> <span class="soft">{statements}</span>
                  </li>
                ))}
              </ol>
              {positions.length === 0 ? null : <LatestPositions positions={positions} />}
            </aside>
          </div>
        </>
      )}
    </Layout>
  );
}

function Numbers({ summary }: { readonly summary: Summary }) {
  const shown = [
    [summary.statements, 'statements'],
    [summary.speakers, 'named speakers'],
    [summary.articles, 'articles'],
    [summary.outlets, 'outlets'],
  ] as const;
  return (
    <ul class="numbers">
      {shown.map(([count, name]) => (
        <li>
          <strong>{count.toLocaleString('en')}</strong> {name}
        </li>
      ))}
    </ul>
  );
}

function LatestPositions({ positions }: { readonly positions: readonly PositionRow[] }) {
  return (
    <>
      <h2>Latest positions</h2>
      <ul class="notes">
        {positions.map((row) => (
          <li>
            <a href={`/statements/${row.statementId ?? ''}`}>{row.holder}</a>: <strong>{row.stance}</strong>,{' '}
            {propositionOf(row)} <span class="soft">{row.day}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/positions">All positions</a>
      </p>
    </>
  );
}
