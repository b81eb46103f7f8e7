import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Ledger } from '../ledger/ledger.js';
import { ArticlePage, ArticlesPage } from './article-pages.js';
import { NamingPage, PositionsPage, RecognitionPage } from './claim-pages.js';
import { ErrorPage } from './error-page.js';
import { HomePage } from './home-page.js';
import { OutletsPage, SpeakersPage } from './name-pages.js';
import { SearchPage } from './search-page.js';
import { claimQuery, searchQuery } from './search-query.js';
import { StatementPage } from './statement-page.js';

const style = readFileSync(new URL('../../src/web/style.css', import.meta.url), 'utf8');

const pageSize = 50;

/**
 * The web pages over a ledger, read-only. Server-rendered; they need no script, and the policy forbids any.
 * Errors become one page each, with the reason for the reader and no inner detail.
 */
export function createApp(ledger: Ledger): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ['data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  );
  app.get('/style.css', (c) => c.text(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' })); // prettier-ignore

  app.get('/', async (c) => {
    const [summary, newest] = await Promise.all([ledger.summary(), ledger.statements({ limit: 20 })]);
    return c.html(<HomePage summary={summary} newest={newest.rows} />);
  });

  app.get('/search', async (c) => {
    const query = searchQuery.parse(c.req.query());
    const { q, ...filter } = query;
    const page = await ledger.statements({ ...filter, words: q, limit: pageSize });
    return c.html(<SearchPage query={query} page={page} />);
  });

  app.get('/statements/:id', async (c) => {
    const view = await ledger.statement(c.req.param('id'));
    if (view === null) return c.html(<ErrorPage what="There is no such statement." />, 404);
    return c.html(<StatementPage view={view} />);
  });

  app.get('/articles', async (c) => {
    const { cursor } = searchQuery.parse(c.req.query());
    return c.html(<ArticlesPage page={await ledger.articles({ cursor, limit: pageSize })} />);
  });

  app.get('/articles/:id', async (c) => {
    const view = await ledger.article(c.req.param('id'));
    if (view === null) return c.html(<ErrorPage what="There is no such article." />, 404);
    return c.html(<ArticlePage view={view} />);
  });

  app.get('/speakers', async (c) => c.html(<SpeakersPage speakers={await ledger.speakers()} />));
  app.get('/outlets', async (c) => c.html(<OutletsPage outlets={await ledger.outlets()} />));

  app.get('/positions', async (c) => {
    const query = claimQuery.parse(c.req.query());
    return c.html(<PositionsPage query={query} rows={await ledger.positions(query)} />);
  });
  app.get('/recognition', async (c) => {
    const query = claimQuery.parse(c.req.query());
    const { entity, asOf } = query;
    return c.html(<RecognitionPage query={query} rows={entity === undefined ? null : await ledger.recognition(entity, asOf)} />); // prettier-ignore
  });
  app.get('/naming', async (c) => {
    const query = claimQuery.parse(c.req.query());
    return c.html(<NamingPage query={query} rows={query.entity === undefined ? null : await ledger.naming(query.entity)} />); // prettier-ignore
  });

  app.notFound((c) => c.html(<ErrorPage what="There is no such page." />, 404));
  app.onError((error, c) => {
    console.error(error);
    return c.html(<ErrorPage what="This page could not be made. The reason is in the server's log." />, 500);
  });
  return app;
}
