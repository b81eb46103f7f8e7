import type { ArticleClaims, ArticleRow, ArticleView, Page, StatementRow } from '../ledger/ledger.js';
import { Layout } from './layout.js';
import { AsKnownField, AsKnownNotice } from './parts/known.js';
import { Legend } from './parts/legend.js';
import { MarkedText } from './parts/marked-text.js';
import { isWebAddress, marksOf, marksOfEdits, marksOfNames } from './parts/marks.js';
import { NextPage } from './parts/next-page.js';
import { articleName, Who } from './parts/statement-item.js';
import { Table } from './parts/table.js';
import { propositionOf } from './positions-page.js';
import { Gone } from './versions-page.js';

interface ArticleProps {
  readonly view: ArticleView;
  readonly claims: ArticleClaims;
  /** Day as of which it is shown; undefined for now. */
  readonly asKnown?: string | undefined;
}

/** Reading view of an article's latest version, with its statements lit, numbered, and told in the margin. */
export function ArticlePage({ view, claims, asKnown }: ArticleProps) {
  const { article, statements } = view;
  const title = articleName({ title: article.title, opening: article.text });
  const numbers = new Map(statements.map((statement, i) => [statement.id, i + 1]));
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const marks = [
    ...statements.flatMap((statement) => [...marksOf(statement, statement.id), ...marksOfEdits(statement)]),
    ...marksOfNames(claims),
  ];
  return (
    <Layout title={title}>
      <p class="back">
        <a href="/articles">← All articles</a>
      </p>
      <h1>{title}</h1>
      <Head view={view} />
      <Gone since={view.goneSince} />
      <AsKnownNotice day={asKnown} now={`/articles/${view.id}`} />
      <Legend names={claims.designations.length > 0} />
      <article class="text">
        <MarkedText
          text={article.text}
          marks={marks}
          anchor={(id) => (
            <a class="number" id={`s-${id}`} href={`/statements/${id}`} title={`Statement ${numbers.get(id)!}`}>
              {numbers.get(id)}
            </a>
          )}
          margin={(ids) => <Notes statements={ids.map((id) => byId.get(id)!)} claims={claims} numbers={numbers} />}
        />
      </article>
      {statements.length === 0 ? <p class="empty">No statement was found in this article.</p> : null}
      <Relations claims={claims} />
    </Layout>
  ); // prettier-ignore
}

function Head({ view: { id, article, statements, versions } }: Pick<ArticleProps, 'view'>) {
  const told = [article.outlet ?? 'Unnamed outlet', article.authors.join(', '), published(article.published)];
  return (
    <p class="facts">
      {told.filter(Boolean).join(' · ')}
      {isWebAddress(article.url) ? (
        <>
          {' · '}
          <a href={article.url} rel="noreferrer noopener">
            source page
          </a>
        </>
      ) : null}
      <br />
      {versions.length === 1 ? 'One version read' : `${versions.length} versions read; this is the latest`} (
      <a href={`/articles/${id}/versions`}>{versions.length === 1 ? 'when' : 'what changed'}</a>),{' '}
      {statements.length === 1 ? 'one statement' : `${statements.length} statements`}
    </p>
  );
}

/** `2024-11-05T08:00:00+02:00` → `2024-11-05, 08:00 +02:00`; what is no such time stays. */
function published(time: string | null): string | null {
  return time?.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::[\d.]+)?(?:Z|([+-]\d{2}:?\d{2}))?$/u, (_, day: string, minute: string, zone: string | undefined) => `${day}, ${minute} ${zone ?? 'UTC'}`) ?? null;
} // prettier-ignore

interface NotesProps {
  /** Those that begin in the paragraph. */
  readonly statements: readonly StatementRow[];
  readonly claims: ArticleClaims;
  readonly numbers: ReadonlyMap<string, number>;
}

function Notes({ statements, claims, numbers }: NotesProps) {
  if (statements.length === 0) return <div></div>;
  return (
    <ul class="notes">
      {statements.map((statement) => (
        <li>
          <a href={`/statements/${statement.id}`} aria-label={`Statement ${numbers.get(statement.id)!}`}>
            {numbers.get(statement.id)}
          </a>{' '}
          <Who row={statement} /> <span class="soft">{statement.cueText}</span>{' '}
          <span class="tag">{statement.kind}</span> <span class="tag">{statement.act}</span>
          {claims.positions
            .filter(({ statementId }) => statementId === statement.id)
            .map((position) => (
              <div>
                <strong>{position.stance}</strong> {propositionOf(position)}
              </div>
            ))}
        </li>
      ))}
    </ul>
  );
}

function Relations({ claims: { relations } }: Pick<ArticleProps, 'claims'>) {
  if (relations.length === 0) return null;
  return (
    <>
      <h2>What it says holds</h2>
      <Table
        caption="Relations in text order"
        rows={relations}
        columns={[
          { head: 'Relation', cell: propositionOf },
          { head: 'Over', cell: ({ over }) => over ?? '–' },
          { head: 'Holds', cell: ({ polarity }) => <span class="tag strong">{polarity}</span> },
          {
            head: 'In whose voice',
            cell: ({ statementId }) =>
              statementId === null ? 'the outlet' : <a href={`/statements/${statementId}`}>a speaker</a>,
          },
          { head: 'Words', look: 'quoted', cell: ({ words }) => words },
        ]}
      />
    </>
  );
}

interface ArticlesProps {
  readonly page: Page<ArticleRow>;
  readonly asKnown: string | undefined;
}

/** The articles on record, newest first. */
export function ArticlesPage({ page, asKnown }: ArticlesProps) {
  return (
    <Layout title="Articles">
      <h1>Articles</h1>
      <form class="filters" aria-label="As known on">
        <AsKnownField value={asKnown} />
        <button type="submit">Show</button> <a href="/articles">Clear</a>
      </form>
      <AsKnownNotice day={asKnown} now="/articles" />
      {page.rows.length === 0 ? (
        <p class="empty">
          {asKnown === undefined ? 'No article has been read yet.' : `No article had been read at the end of ${asKnown}.`}{' '}
          Read one: <code>onrecord read page.html</code>
        </p>
      ) : (
        <Table
          caption="Articles, newest first"
          rows={page.rows}
          columns={[
            { head: 'Published', look: 'day', cell: ({ published }) => published?.slice(0, 10) ?? 'untold' },
            { head: 'Outlet', cell: ({ outlet }) => outlet ?? 'Unnamed outlet' },
            { head: 'Title', look: 'quoted', cell: ({ id, ...article }) => <a href={`/articles/${id}${asKnown === undefined ? '' : `?asKnown=${asKnown}`}`}>{articleName(article)}</a> },
            { head: 'Statements', look: 'count', cell: ({ statements }) => statements },
          ]}
        />
      )}
      <NextPage path="/articles" query={{ asKnown }} cursor={page.next} />
    </Layout>
  ); // prettier-ignore
}
