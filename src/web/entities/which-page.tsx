import type { EntityView } from '../../ledger/ledger.js';
import { Layout } from '../layout.js';
import { Table } from '../parts/table.js';
import { entityPath } from './entities-page.js';

interface WhichProps {
  /** The name that several bear. */
  readonly given: string;
  readonly views: readonly EntityView[];
}

/** Several bear a name: who they are, and the id of each. */
export function WhichPage({ given, views }: WhichProps) {
  return (
    <Layout title={`Who is “${given}”?`}>
      <h1>Who is “{given}”?</h1>
      <p class="lead">Several bear this name. In a form, give the id of the one that is meant.</p>
      <Table
        caption="Those who bear the name"
        rows={views}
        columns={[
          { head: 'Name', cell: ({ id, name }) => <a href={entityPath(id)}>{name}</a> },
          { head: 'Type', cell: ({ type }) => type ?? '–' },
          { head: 'Role, as told last', cell: ({ roles }) => roles.at(-1)?.words ?? '–' },
          { head: 'Named in', look: 'count', cell: ({ mentions }) => mentions.length.toLocaleString('en') },
          { head: 'Id', cell: ({ id }) => <code>{id}</code> },
        ]}
      />
    </Layout>
  ); // prettier-ignore
}
