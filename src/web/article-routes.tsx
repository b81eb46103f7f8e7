import { Hono } from 'hono';
import type { Ledger } from '../ledger/ledger.js';
import { ArticlePage, ArticlesPage } from './article-pages.js';
import { endOf } from './parts/known.js';
import { missing, show } from './parts/show.js';
import { knownQuery, searchQuery } from './search-query.js';
import { StatementPage } from './statement-page.js';
import { VersionsPage } from './versions-page.js';

/** Rows of one part of the list. */
const pageSize = 50;

/** Articles, what changed between their versions, and statements. */
export function articleRoutes(ledger: Ledger): Hono {
  const app = new Hono();
  app.get('/articles', async (c) => {
    const { cursor, asKnown } = searchQuery.parse(c.req.query());
    const page = await ledger.articles({ cursor, limit: pageSize, asKnown: endOf(asKnown) });
    return show(c, <ArticlesPage page={page} asKnown={asKnown} />);
  });
  app.get('/articles/:id', async (c) => {
    const { asKnown } = knownQuery.parse(c.req.query());
    const view = await ledger.article(c.req.param('id'), endOf(asKnown));
    if (view === null) return missing(c, asKnown === undefined ? 'article' : `article on record at the end of ${asKnown}`);
    return show(c, <ArticlePage view={view} claims={await ledger.articleClaims(view.id, endOf(asKnown))} asKnown={asKnown} />);
  });
  app.get('/articles/:id/versions', async (c) => {
    const id = c.req.param('id');
    const history = /^[0-9a-f]{16}$/u.test(id) ? await ledger.history(id) : null;
    if (history === null) return missing(c, 'article');
    return show(c, <VersionsPage history={history} />);
  });
  app.get('/statements/:id', async (c) => {
    const view = await ledger.statement(c.req.param('id'));
    if (view === null) return missing(c, 'statement');
    const { id, article } = view.statement;
    const [{ positions }, corrections, utterance, gone] = await Promise.all([
      ledger.articleClaims(article.id),
      ledger.corrections(id),
      ledger.utterance(id),
      ledger.gone([article.id]),
    ]);
    const own = positions.filter(({ statementId }) => statementId === id);
    const address = new URL(`/statements/${id}`, c.req.url).href;
    return show(c, <StatementPage view={view} positions={own} utterance={utterance} corrections={corrections} goneSince={gone.get(article.id) ?? null} address={address} />);
  });
  return app;
} // prettier-ignore
