import type { NameCount } from '../ledger/ledger.js';
import { Layout } from './layout.js';

interface NamesProps {
  readonly title: string;
  /** Which filter of the search a name leads to. */
  readonly filter: 'speaker' | 'outlet';
  readonly names: readonly NameCount[];
}

/** Named speakers, by number of statements. */
export function SpeakersPage({ speakers }: { readonly speakers: readonly NameCount[] }) {
  return <NamesPage title="Speakers" filter="speaker" names={speakers} />;
}

/** Outlets, by number of statements. */
export function OutletsPage({ outlets }: { readonly outlets: readonly NameCount[] }) {
  return <NamesPage title="Outlets" filter="outlet" names={outlets} />;
}

function NamesPage({ title, filter, names }: NamesProps) {
  return (
    <Layout title={title}>
      <h1>{title}</h1>
      {names.length === 0 ? (
        <p class="empty">Nothing has been read yet.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>Name</th>
              <th class="count">Statements</th>
            </tr>
          </thead>
          <tbody>
            {names.map(({ name, statements }) => (
              <tr>
                <td>
                  <a href={`/search?${new URLSearchParams({ [filter]: name }).toString()}`}>{name}</a>
                </td>
                <td class="count">{statements.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Layout>
  );
}
