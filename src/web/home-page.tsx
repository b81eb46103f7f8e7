import type { StatementRow, Summary } from '../ledger/ledger.js';
import { Layout } from './layout.js';
import { StatementItem } from './statement-item.js';

interface HomeProps {
  readonly summary: Summary;
  readonly newest: readonly StatementRow[];
}

/** First page: what the ledger holds, and the newest statements. */
export function HomePage({ summary, newest }: HomeProps) {
  return (
    <Layout title="Who said what">
      <h1>Who said what, in which words, as told by whom</h1>
      <p class="facts">
        {summary.statements.toLocaleString('en')} statements by {summary.speakers.toLocaleString('en')} named
        speakers, from {summary.articles.toLocaleString('en')} articles of{' '}
        {summary.outlets.toLocaleString('en')} outlets
      </p>
      {newest.length === 0 ? (
        <p class="empty">
          The ledger is empty. Read an article into it: <code>onrecord read page.html</code>
        </p>
      ) : (
        <section>
          <h2>Newest statements</h2>
          <ul class="statements">
            {newest.map((row) => (
              <StatementItem row={row} />
            ))}
          </ul>
          <p>
            <a href="/search">All statements</a>
          </p>
        </section>
      )}
    </Layout>
  );
}
