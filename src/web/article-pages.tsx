import type { ArticleRow, ArticleView, Page } from '../ledger/ledger.js';
import { Layout } from './layout.js';
import { Legend } from './legend.js';
import { MarkedText } from './marked-text.js';
import { marksOf } from './marks.js';
import { NextPage } from './next-page.js';
import { Who } from './statement-item.js';

/** Reading view of an article's latest version, with source, cue and content lit and each statement numbered. */
export function ArticlePage({ view }: { readonly view: ArticleView }) {
  const { article, statements, versions } = view;
  const numbers = new Map(statements.map((statement, i) => [statement.id, i + 1]));
  const marks = statements.flatMap((statement) => marksOf(statement, statement.id));
  return (
    <Layout title={article.title ?? 'Untitled article'}>
      <p>
        <a href="/articles">← All articles</a>
      </p>
      <h1>{article.title ?? 'Untitled article'}</h1>
      <p class="facts">
        {[article.outlet ?? 'Unnamed outlet', article.authors.join(', '), article.published]
          .filter(Boolean)
          .join(' · ')}
        {isWebAddress(article.url) ? (
          <>
            {' · '}
            <a href={article.url} rel="noreferrer noopener">
              source page
            </a>
          </>
        ) : null}
      </p>
      <p class="facts">
        {versions.length === 1 ? 'One version read' : `${versions.length} versions read; this is the latest`},{' '}
        {statements.length} statements
      </p>
      <Legend />
      <article class="text">
        <MarkedText
          text={article.text}
          marks={marks}
          anchor={(id) => (
            <a class="number" id={`s-${id}`} href={`/statements/${id}`} title="This statement">
              {numbers.get(id)}
            </a>
          )}
        />
      </article>
      <h2>Statements</h2>
      {statements.length === 0 ? (
        <p class="empty">No statement was found in this article.</p>
      ) : (
        <ol>
          {statements.map((statement) => (
            <li>
              <Who row={statement} /> <span class="soft">{statement.cueText}</span>{' '}
              <a href={`/statements/${statement.id}`}>{statement.contentTexts.join(' … ')}</a>
            </li>
          ))}
        </ol>
      )}
    </Layout>
  );
}

/** A link is only made of what a browser may follow safely. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//iu.test(url);
}

/** The articles on record, newest first. */
export function ArticlesPage({ page }: { readonly page: Page<ArticleRow> }) {
  return (
    <Layout title="Articles">
      <h1>Articles</h1>
      {page.rows.length === 0 ? (
        <p class="empty">No article has been read yet.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>Published</th>
              <th>Outlet</th>
              <th>Title</th>
              <th class="count">Statements</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <tr>
                <td>{row.published?.slice(0, 10) ?? '–'}</td>
                <td>{row.outlet ?? '–'}</td>
                <td>
                  <a href={`/articles/${row.id}`}>{row.title ?? 'Untitled article'}</a>
                </td>
                <td class="count">{row.statements}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NextPage path="/articles" query={{}} cursor={page.next} />
    </Layout>
  );
}
