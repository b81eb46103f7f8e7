import type { EntityView } from '../../ledger/ledger.js';
import { Layout } from '../layout.js';
import { AsKnownField, AsKnownNotice } from '../parts/known.js';
import { speakerPath } from '../parts/statement-item.js';
import { Table } from '../parts/table.js';
import { Decisions } from './entity-forms.js';
import { entityPath } from './entities-page.js';

interface EntityProps {
  readonly view: EntityView;
  /** Day as of which it is shown; undefined for now. */
  readonly asKnown: string | undefined;
}

/** Rows shown of a list; a page stays under 100 KB. */
const mostRows = 60;

/** One person, body or place over all articles: names and roles as told, mentions and why, decisions of people. */
export function EntityPage({ view, asKnown }: EntityProps) {
  const last = view.roles.toSorted((a, b) => (a.last < b.last ? -1 : 1)).at(-1);
  return (
    <Layout title={view.name}>
      <p class="back">
        <a href="/entities">← All people and bodies</a>
      </p>
      <p class="eyebrow">{view.type ?? 'type not told'}</p>
      <h1>{view.name}</h1>
      {last === undefined ? null : (
        <p class="lead">
          {last.words} <span class="soft">(as told last, {last.last})</span>
        </p>
      )}
      <AsKnownNotice day={asKnown} now={entityPath(view.id)} />
      <div class="columns">
        <div>
          {view.roles.length === 0 ? null : <ToldAs title="Roles, as told" head="Role" rows={view.roles} />}
          <Mentions view={view} />
          <Decisions view={view} />
        </div>
        <aside aria-label="Names and company">
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
    </Layout>
  );
}

interface ToldAsProps {
  readonly title: string;
  readonly head: string;
  readonly rows: EntityView['roles'];
}

function ToldAs({ title, head, rows }: ToldAsProps) {
  return (
    <>
      <h2>{title}</h2>
      <Table
        caption={`${title}, first told first`}
        rows={rows.slice(0, mostRows)}
        columns={[
          { head: 'First', look: 'day', cell: ({ first }) => first },
          { head: 'Last', look: 'day', cell: ({ last }) => last },
          { head, look: 'quoted', cell: ({ words, articleId }) => <a href={`/articles/${articleId}`}>{words}</a> },
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
          { head: 'Article', cell: ({ articleId, title, outlet }) => <><a href={`/articles/${articleId}`}>{title ?? 'Untitled article'}</a> <span class="soft">{outlet ?? 'unnamed outlet'}</span></> },
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

function Company({ view, asKnown }: EntityProps) {
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
