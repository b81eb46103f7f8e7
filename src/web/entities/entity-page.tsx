import type {
  EntityHead,
  EntityView,
  Page,
  PositionRow,
  SpeakerView,
  StatementRow,
} from '../../ledger/ledger.js';
import { FacetList, Months } from '../parts/counts.js';
import { AsKnownField, AsKnownNotice } from '../parts/known.js';
import { NextPage } from '../parts/next-page.js';
import { articleName, speakerPath, StatementList } from '../parts/statement-item.js';
import { Table } from '../parts/table.js';
import { PositionsTable } from '../positions-page.js';
import { Decisions } from './entity-forms.js';
import { entityPath } from './entities-page.js';

interface EntityProps {
  readonly view: EntityView;
  /** Day as of which it is shown; undefined for now. */
  readonly asKnown: string | undefined;
  /** What its statements have in common; null where it has none. */
  readonly speaking: SpeakerView | null;
  /** Oldest first. */
  readonly positions: readonly PositionRow[];
  /** Words asked for ("on what?"). */
  readonly on: string | undefined;
  readonly page: Page<StatementRow>;
}

/** Rows shown of a list; a page stays under 100 KB. */
const mostRows = 60;

/** Who it is. */
export function EntityOpening({ name, type }: EntityHead) {
  return (
    <>
      <p class="back">
        <a href="/entities">← All people and bodies</a>
      </p>
      <p class="eyebrow">{type ?? 'type not told'}</p>
      <h1>{name}</h1>
    </>
  );
}

/** One person, body or place over all articles: names and roles as told, mentions and why, decisions of people. */
export function EntityRest(props: EntityProps) {
  const { view, asKnown, speaking, on } = props;
  const last = view.roles.toSorted((a, b) => (a.last < b.last ? -1 : 1)).at(-1);
  return (
    <>
      {last === undefined ? null : (
        <p class="lead">
          {last.words} <span class="soft">(as told last, {last.last})</span>
        </p>
      )}
      <AsKnownNotice day={asKnown} now={entityPath(view.id)} />
      {speaking === null ? null : <OnWhat {...props} />}
      <div class="columns">
        <div>
          {on !== undefined || view.roles.length === 0 ? null : <Roles rows={view.roles} />}
          {on === undefined ? <Positions {...props} /> : null}
          {on !== undefined || speaking === null ? null : <Months months={speaking.months} />}
          {speaking === null ? null : <Statements {...props} />}
          {on === undefined ? <Mentions view={view} /> : null}
          {on === undefined ? <Decisions view={view} /> : null}
        </div>
        <aside aria-label="Topics, outlets, names and company">
          {speaking === null ? null : <Speaking {...props} speaking={speaking} />}
          <h2>Told as</h2>
          <Names view={view} />
          <Company view={view} asKnown={asKnown} />
          <Numbers view={view} />
          <form class="filters" aria-label="As known on">
            <AsKnownField value={asKnown} />
            <button type="submit">Show</button>
          </form>
        </aside>
      </div>
    </>
  );
}

/** Statements of one part of the list. */
function Statements({ view, asKnown, on, page }: EntityProps) {
  return (
    <>
      <h2 id="statements">{on === undefined ? 'Statements, newest first' : `On “${on}”, newest first`}</h2>
      {page.rows.length === 0 ? (
        <p class="empty">
          No statement of {view.name} holds these words. Try fewer, or see{' '}
          <a href={entityPath(view.id, asKnown)}>everything</a>.
        </p>
      ) : (
        <StatementList rows={page.rows} />
      )}
      <NextPage path={`/entities/${view.id}`} query={{ on, asKnown }} cursor={page.next} />
    </>
  );
}

function OnWhat({ view, asKnown, on }: EntityProps) {
  return (
    <form class="filters" aria-label={`What did ${view.name} say on`}>
      <label>
        On what? <input type="search" name="on" value={on ?? ''} placeholder="a word, &quot;a phrase&quot;" />
      </label>
      {asKnown === undefined ? null : <input type="hidden" name="asKnown" value={asKnown} />}
      <button type="submit">Show</button>
      {on === undefined ? null : <a href={entityPath(view.id, asKnown)}>Everything</a>}
    </form>
  ); // prettier-ignore
}

function Positions({ positions }: EntityProps) {
  if (positions.length === 0) return null;
  return (
    <>
      <h2>Positions</h2>
      <PositionsTable rows={positions.slice(-mostRows)} withHolder={false} />
      {positions.length > mostRows ? <p class="facts">The newest {mostRows} of {positions.length.toLocaleString('en')} are shown.</p> : null}
    </>
  ); // prettier-ignore
}

function Speaking({ view, speaking }: EntityProps & { readonly speaking: SpeakerView }) {
  const onTopic = (topic: string) => `/entities/${view.id}?${new URLSearchParams({ on: `"${topic}"` }).toString()}`;
  return (
    <>
      <h2>Speaks about</h2>
      <FacetList counts={speaking.topics.slice(0, 15)} path={onTopic} />
      <h2>Quoted by</h2>
      <FacetList counts={speaking.outlets.slice(0, 15)} />
      <h2>What they do</h2>
      <FacetList counts={speaking.acts.slice(0, 10)} />
    </>
  );
} // prettier-ignore

function Roles({ rows }: { readonly rows: EntityView['roles'] }) {
  return (
    <>
      <h2>Roles, as told</h2>
      <Table
        caption="Roles, first told first"
        rows={rows.slice(0, mostRows)}
        columns={[
          { head: 'First', look: 'day', cell: ({ first }) => first },
          { head: 'Last', look: 'day', cell: ({ last }) => last },
          { head: 'Role', look: 'quoted', cell: ({ words, articleId }) => <a href={`/articles/${articleId}`}>{words}</a> },
          { head: 'According to', cell: ({ outlet }) => outlet ?? 'an unnamed outlet' },
          { head: 'Articles', look: 'count', cell: ({ articles }) => articles.toLocaleString('en') },
        ]}
      />
    </>
  ); // prettier-ignore
}

function Mentions({ view }: Pick<EntityProps, 'view'>) {
  return (
    <>
      <h2>Named in</h2>
      <Table
        caption="Articles that name it, newest first, and why the name was taken for this one"
        rows={view.mentions.slice(0, mostRows)}
        columns={[
          { head: 'Day', look: 'day', cell: ({ day }) => day },
          { head: 'Article', cell: ({ articleId, outlet, ...article }) => <><a href={`/articles/${articleId}`}>{articleName(article)}</a> <span class="soft">{outlet ?? 'unnamed outlet'}</span></> },
          { head: 'Name', cell: ({ name }) => name },
          { head: 'Statements', look: 'count', cell: ({ statements }) => statements || '' },
          { head: 'Sure', look: 'count', cell: ({ score }) => `${Math.round(score * 100)}%` },
          { head: 'Because of', cell: ({ reasons }) => <span class="soft">{reasons.map(({ kind }) => kind).join(', ') || 'the first of its name'}</span> },
        ]}
      />
      {view.mentions.length > mostRows ? <p class="facts">The newest {mostRows} of {view.mentions.length.toLocaleString('en')} are shown.</p> : null}
    </>
  ); // prettier-ignore
}

function Names({ view }: Pick<EntityProps, 'view'>) {
  const articles = new Map<string, number>();
  for (const { words, articles: n } of view.names) articles.set(words, (articles.get(words) ?? 0) + n);
  return (
    <ul class="facet">
      {[...articles].slice(0, mostRows).map(([name, n]) => (
        <li>
          <a href={speakerPath(name)}>{name}</a> <span class="soft">{n.toLocaleString('en')}</span>
        </li>
      ))}
    </ul>
  );
}

function Company({ view, asKnown }: Pick<EntityProps, 'view' | 'asKnown'>) {
  if (view.companions.length === 0) return null;
  return (
    <>
      <h2>Named beside</h2>
      <ul class="facet">
        {view.companions.slice(0, 12).map(({ id, name, articles }) => (
          <li>
            <a href={entityPath(id, asKnown)}>{name}</a> <span class="soft">{articles.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
    </>
  ); // prettier-ignore
}

function Numbers({ view }: Pick<EntityProps, 'view'>) {
  return (
    <dl class="detail">
      {view.identifiers.map(({ scheme, value }) => (
        <>
          <dt>{scheme}</dt>
          <dd>{value}</dd>
        </>
      ))}
      <dt>Id</dt>
      <dd class="code">{view.id}</dd>
    </dl>
  );
}
