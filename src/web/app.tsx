import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import type { AttributionEngine } from '../attribute/engine.js';
import { MeaningLackingError, type Ledger } from '../ledger/ledger.js';
import type { Access } from './access/access.js';
import { accessRoutes } from './access/routes.js';
import { ArticlePage, ArticlesPage } from './article-pages.js';
import { addRoutes } from './editing/add.js';
import { correctionRoutes } from './editing/corrections.js';
import { ErrorPage } from './error-page.js';
import { HealthPage } from './health-page.js';
import { HomePage } from './home-page.js';
import { NamingPage } from './naming-page.js';
import { OutletsPage, SpeakersPage } from './names-pages.js';
import { missing, refused, show } from './parts/show.js';
import { PositionsPage } from './positions-page.js';
import { RecognitionPage } from './recognition-page.js';
import { SearchPage } from './search-page.js';
import { claimQuery, searchQuery, speakerQuery } from './search-query.js';
import { SpeakerPage } from './speaker-page.js';
import { StatementPage } from './statement-page.js';

const style = readFileSync(new URL('../../src/web/style.css', import.meta.url), 'utf8');

/** Rows of one part of a list. */
const pageSize = 50;

/** Bytes of an upload: a news page has 0.1 to 3 MB. */
const maxUploadBytes = 5 * 1024 * 1024;
/** Bytes of any other form. */
const maxFormBytes = 64 * 1024;

/** What the pages need to change things; without it they only read. */
export interface Editing {
  readonly engine: AttributionEngine;
  readonly access: Access;
}

/**
 * The web pages over a ledger. Server-rendered; they need no script, and the policy forbids any.
 * Errors become one page each, with the reason for the reader and no inner detail.
 */
export function createApp(ledger: Ledger, editing?: Editing): Hono {
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
      // Nothing goes elsewhere; a form's own origin must be told, or a forged one could not be refused.
      referrerPolicy: 'same-origin',
    }),
  );
  app.get('/style.css', (c) => c.text(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' })); // prettier-ignore
  if (editing !== undefined) editingPages(app, ledger, editing);
  listPages(app, ledger);
  claimPages(app, ledger);
  app.notFound((c) => missing(c, 'page'));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403)
      return refused(c, 'This form came from elsewhere.', 'Open the page here and send it again.', 403);
    if (error instanceof MeaningLackingError)
      return refused(c, 'Nothing can be searched by meaning here.', error.message, 501);
    console.error(error);
    return show(c, <ErrorPage what="This page could not be made." advice="The reason is in the server's log. Try again, or go on from here:" />, 500); // prettier-ignore
  });
  return app;
}

function editingPages(app: Hono, ledger: Ledger, { engine, access }: Editing): void {
  const limit = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => refused(c, 'It is too large.', `The limit is ${maxSize / 1024} KB. Send the article alone.`, 413) });
  const [upload, form] = [limit(maxUploadBytes), limit(maxFormBytes)];
  app.use(csrf());
  app.use((c, next) => (c.req.path === '/add' ? upload : form)(c, next));
  app.route('/', accessRoutes(ledger, access));
  app.route('/', addRoutes(ledger, engine, access));
  app.route('/', correctionRoutes(ledger, access));
} // prettier-ignore

function listPages(app: Hono, ledger: Ledger): void {
  app.get('/', async (c) => {
    const [summary, newest, speakers, positions] = await Promise.all([
      ledger.summary(),
      ledger.statements({ limit: 20 }),
      ledger.speakers(),
      ledger.positions({}),
    ]);
    return show(c, <HomePage summary={summary} newest={newest.rows} speakers={speakers.slice(0, 12)} positions={positions.slice(-6).reverse()} />); // prettier-ignore
  });
  app.get('/search', async (c) => {
    const query = searchQuery.parse(c.req.query());
    const { q, cursor, sort, ...rest } = query;
    const filter = { ...rest, words: q };
    const [page, facets] = await Promise.all([
      ledger.search({ ...filter, cursor, sort, limit: pageSize }),
      ledger.facets(filter),
    ]);
    return show(c, <SearchPage query={query} page={page} facets={facets} />);
  });
  app.get('/statements/:id', async (c) => {
    const view = await ledger.statement(c.req.param('id'));
    if (view === null) return missing(c, 'statement');
    const [{ positions }, corrections, utterance] = await Promise.all([
      ledger.articleClaims(view.statement.article.id),
      ledger.corrections(view.statement.id),
      ledger.utterance(view.statement.id),
    ]);
    const own = positions.filter(({ statementId }) => statementId === view.statement.id);
    const address = new URL(`/statements/${view.statement.id}`, c.req.url).href;
    return show(
      c,
      <StatementPage
        view={view}
        positions={own}
        utterance={utterance}
        corrections={corrections}
        address={address}
      />,
    );
  });
  app.get('/articles', async (c) => {
    const { cursor } = searchQuery.parse(c.req.query());
    return show(c, <ArticlesPage page={await ledger.articles({ cursor, limit: pageSize })} />);
  });
  app.get('/articles/:id', async (c) => {
    const view = await ledger.article(c.req.param('id'));
    if (view === null) return missing(c, 'article');
    return show(c, <ArticlePage view={view} claims={await ledger.articleClaims(view.id)} />);
  });
  app.get('/speakers', async (c) => show(c, <SpeakersPage speakers={await ledger.speakers()} />));
  app.get('/outlets', async (c) => show(c, <OutletsPage outlets={await ledger.outlets()} />));
  app.get('/speaker', async (c) => {
    const { name, on, cursor } = speakerQuery.parse(c.req.query());
    const view = name === undefined ? null : await ledger.speaker(name);
    if (view === null) return missing(c, 'speaker');
    const positions = (await ledger.positions({ holder: view.name })).filter(({ holder }) => holder === view.name);
    const page = await ledger.statements({ speakerName: view.name, words: on, cursor, limit: 20 });
    return show(c, <SpeakerPage view={view} positions={positions} on={on} page={page} />);
  }); // prettier-ignore
}

function claimPages(app: Hono, ledger: Ledger): void {
  app.get('/positions', async (c) => {
    const query = claimQuery.parse(c.req.query());
    return show(c, <PositionsPage query={query} rows={await ledger.positions(query)} />);
  });
  app.get('/recognition', async (c) => {
    const query = claimQuery.parse(c.req.query());
    const rows = await ledger.recognition(query.entity ?? '', query.asOf);
    return show(c, <RecognitionPage query={query} rows={rows} />);
  });
  app.get('/naming', async (c) => {
    const { entity } = claimQuery.parse(c.req.query());
    if (entity === undefined) return show(c, <NamingPage query={{}} rows={null} months={[]} named={await ledger.named()} />); // prettier-ignore
    const [rows, months] = await Promise.all([ledger.naming(entity), ledger.namingMonths(entity)]);
    return show(c, <NamingPage query={{ entity }} rows={rows} months={months} named={[]} />);
  });
  app.get('/health', async (c) => {
    const [health, summary] = await Promise.all([ledger.health(), ledger.summary()]);
    return show(c, <HealthPage health={health} summary={summary} />);
  });
}
