import type { Health, Summary } from '../ledger/ledger.js';
import { Layout } from './layout.js';
import { Table } from './parts/table.js';

/** How the ledger does: what came in, when, by which engine. */
export function HealthPage({ health, summary }: { readonly health: Health; readonly summary: Summary }) {
  const { statements } = health;
  return (
    <Layout title="Health">
      <h1>Health of the ledger</h1>
      <dl class="detail">
        <dt>Last reading</dt>
        <dd>{health.lastReading === null ? 'nothing has been read yet' : minute(health.lastReading)}</dd>
        <dt>Readings in 24 hours</dt>
        <dd>{health.readingsToday.toLocaleString('en')}</dd>
        <dt>Articles</dt>
        <dd>
          {summary.articles.toLocaleString('en')}, in {summary.versions.toLocaleString('en')} versions
        </dd>
        <dt>Statements</dt>
        <dd>
          {statements.all.toLocaleString('en')}: {percent(statements.named, statements.all)} with a named speaker,{' '}
          {percent(statements.sure, statements.all)} at least 80% sure
        </dd>
        <dt>Size</dt>
        <dd>{(health.bytes / 1e6).toFixed(1)} MB</dd>
        <dt>Schema</dt>
        <dd>{health.schema.at(-1)}</dd>
      </dl>
      <h2>Engines behind what is shown</h2>
      <Table
        caption="Articles by engine"
        rows={health.engines}
        columns={[
          { head: 'Engine', cell: ({ name }) => <code>{name}</code> },
          { head: 'Articles', look: 'count', cell: ({ articles }) => articles.toLocaleString('en') },
        ]}
      />
      <h2>Outlets by last reading</h2>
      <Table
        caption="Outlets by last reading"
        rows={health.outlets}
        columns={[
          { head: 'Outlet', cell: ({ name }) => name ?? 'Unnamed outlet' },
          { head: 'Articles', look: 'count', cell: ({ articles }) => articles.toLocaleString('en') },
          { head: 'Last reading', look: 'day', cell: ({ last }) => minute(last) },
        ]}
      />
    </Layout>
  ); // prettier-ignore
}

/** An ISO 8601 time to the minute, in UTC. */
export function minute(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`;
}
