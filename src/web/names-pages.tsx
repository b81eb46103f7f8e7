import type { NameCount } from '../ledger/ledger.js';
import { Layout } from './layout.js';
import { speakerPath } from './parts/statement-item.js';
import { MoreThan, Table } from './parts/table.js';

/** Named speakers, by number of statements. */
export function SpeakersPage({ speakers }: { readonly speakers: readonly NameCount[] }) {
  return (
    <NamesPage
      title="Speakers"
      lead="Everybody and every body named as a speaker, by number of statements."
      names={speakers}
      path={speakerPath}
    />
  );
}

/** Outlets, by number of statements. */
export function OutletsPage({ outlets }: { readonly outlets: readonly NameCount[] }) {
  return (
    <NamesPage
      title="Outlets"
      lead="Who told the statements on record. What each calls a disputed thing is under Naming."
      names={outlets}
      path={(outlet) => `/search?${new URLSearchParams({ outlet }).toString()}`}
    />
  );
}

/** Names shown; a page stays under 100 KB. */
const mostNames = 300;

interface NamesProps {
  readonly title: string;
  readonly lead: string;
  readonly names: readonly NameCount[];
  readonly path: (name: string) => string;
}

function NamesPage({ title, lead, names, path }: NamesProps) {
  const most = names[0]?.statements ?? 1;
  return (
    <Layout title={title}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {names.length === 0 ? (
        <p class="empty">
          Nothing has been read yet. Read an article: <code>onrecord read page.html</code>
        </p>
      ) : (
        <>
          <Table
            caption={title}
            rows={names.slice(0, mostNames)}
            columns={[
              { head: 'Name', cell: ({ name }) => <a href={path(name)}>{name}</a> },
              {
                head: 'Statements',
                look: 'count',
                cell: ({ statements }) => statements.toLocaleString('en'),
              },
              { head: 'Share of the first', cell: ({ statements }) => <Bar share={statements / most} /> },
            ]}
          />
          <MoreThan most={mostNames} all={names.length} advice="search finds the others." />
        </>
      )}
    </Layout>
  );
}

function Bar({ share }: { readonly share: number }) {
  return (
    <svg class="bar" width="140" height="8" viewBox="0 0 140 8" aria-hidden="true">
      <rect width={String(Math.max(1, Math.round(share * 140)))} height="8" rx="2" />
    </svg>
  );
}
