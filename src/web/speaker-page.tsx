import type { EntityView, Page, PositionRow, SpeakerView, StatementRow } from '../ledger/ledger.js';
import { Layout } from './layout.js';
import { FacetList, Months } from './parts/counts.js';
import { NextPage } from './parts/next-page.js';
import { speakerPath, StatementList } from './parts/statement-item.js';
import { Table } from './parts/table.js';
import { PositionsTable } from './positions-page.js';

interface SpeakerProps {
  readonly view: SpeakerView;
  /** Those who bear the name, where they are several. */
  readonly bearers: readonly EntityView[];
  /** Oldest first. */
  readonly positions: readonly PositionRow[];
  /** Words asked for ("on what?"). */
  readonly on: string | undefined;
  readonly page: Page<StatementRow>;
}

/** A person or body: roles as told over time, positions, statements a month, topics, who quotes them. */
export function SpeakerPage({ view, bearers, positions, on, page }: SpeakerProps) {
  const { name } = view;
  const last = view.roles.at(-1);
  return (
    <Layout title={name}>
      <p class="back">
        <a href="/speakers">← All speakers</a>
      </p>
      <p class="eyebrow">{view.type}</p>
      <h1>{name}</h1>
      {last === undefined ? null : (
        <p class="lead">
          {last.role} <span class="soft">(as told last, {last.last})</span>
        </p>
      )}
      {bearers.length === 0 ? null : <Bearers bearers={bearers} />}
      <form class="filters" aria-label={`What did ${name} say on`}>
        <input type="hidden" name="name" value={name} />
        <label>
          On what? <input type="search" name="on" value={on ?? ''} placeholder="a word, &quot;a phrase&quot;" />
        </label>
        <button type="submit">Show</button>
        {on === undefined ? null : <a href={speakerPath(name)}>Everything</a>}
      </form>
      {on === undefined ? <Told view={view} positions={positions} /> : null}
      <h2>{on === undefined ? 'Statements, newest first' : `On “${on}”, newest first`}</h2>
      {page.rows.length === 0 ? (
        <p class="empty">
          No statement by {name} holds these words. Try fewer, or see <a href={speakerPath(name)}>everything</a>.
        </p>
      ) : (
        <StatementList rows={page.rows} />
      )}
      <NextPage path="/speaker" query={{ name, on }} cursor={page.next} />
    </Layout>
  ); // prettier-ignore
}

function Bearers({ bearers }: Pick<SpeakerProps, 'bearers'>) {
  return (
    <div class="notice">
      Several bear this name; what follows is told of any of them.
      <ul>
        {bearers.map(({ id, name, roles, mentions }) => (
          <li>
            <a href={`/entities/${id}`}>{name}</a>
            <span class="soft">
              {roles.length === 0 ? '' : `, ${roles.at(-1)!.words}`} ({mentions.length} {mentions.length === 1 ? 'article' : 'articles'})
            </span>
          </li>
        ))}
      </ul>
    </div>
  ); // prettier-ignore
}

function Told({ view, positions }: Pick<SpeakerProps, 'view' | 'positions'>) {
  return (
    <div class="columns">
      <div>
        {view.roles.length === 0 ? null : <Roles view={view} />}
        {positions.length === 0 ? null : (
          <>
            <h2>Positions</h2>
            <PositionsTable rows={positions} />
          </>
        )}
        <Months months={view.months} />
      </div>
      <aside aria-label="Topics, outlets and acts">
        <h2>About</h2>
        <FacetList
          counts={view.topics}
          path={(on) => `/speaker?${new URLSearchParams({ name: view.name, on: `"${on}"` }).toString()}`}
        />
        <h2>Quoted by</h2>
        <FacetList
          counts={view.outlets}
          path={(outlet) => `/search?${new URLSearchParams({ speaker: view.name, outlet }).toString()}`}
        />
        <h2>What they do</h2>
        <FacetList counts={view.acts} />
      </aside>
    </div>
  );
}

function Roles({ view }: Pick<SpeakerProps, 'view'>) {
  return (
    <>
      <h2>Roles, as told</h2>
      <Table
        caption="Roles by the day first told"
        rows={view.roles}
        columns={[
          { head: 'First', look: 'day', cell: ({ first }) => first },
          { head: 'Last', look: 'day', cell: ({ last }) => last },
          { head: 'Role', look: 'quoted', cell: ({ role }) => role },
          { head: 'According to', cell: ({ outlets }) => outlets.join(', ') || 'an unnamed outlet' },
        ]}
      />
    </>
  );
}
