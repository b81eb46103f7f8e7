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
import { alertRoutes } from './alerts/routes.js';
import { articleRoutes } from './article-routes.js';
import { claimRoutes } from './claim-routes.js';
import { addRoutes } from './editing/add.js';
import { correctionRoutes } from './editing/corrections.js';
import { utteranceRoutes } from './editing/utterances.js';
import { entityEditingRoutes, entityRoutes } from './entities/routes.js';
import { ErrorPage } from './error-page.js';
import { HealthPage } from './health-page.js';
import { HomePage } from './home-page.js';
import { OutletsPage, SpeakersPage } from './names-pages.js';
import { endOf } from './parts/known.js';
import { missing, refused, show, showAfter } from './parts/show.js';
import { SearchFound, SearchOpening, searchTitle } from './search-page.js';
import { searchQuery, speakerQuery } from './search-query.js';
import { SpeakerPage } from './speaker-page.js';

const style = readFileSync(new URL('../../src/web/style.css', import.meta.url), 'utf8');

/** Rows of one part of a list. */
const pageSize = 30;

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
export function createApp(ledger: Ledger, editing?: Editing, clock = () => new Date()): Hono {
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
  listPages(app, ledger, clock);
  app.route('/', articleRoutes(ledger));
  app.route('/', claimRoutes(ledger));
  app.route('/', entityRoutes(ledger));
  // Mounted under a server, an application's own notFound is not asked.
  app.all('*', (c) => missing(c, 'page'));
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
  app.route('/', utteranceRoutes(ledger, access));
  app.route('/', entityEditingRoutes(ledger, access));
  app.route('/', alertRoutes(ledger, access));
} // prettier-ignore

function listPages(app: Hono, ledger: Ledger, clock: () => Date): void {
  app.get('/', async (c) => {
    const [summary, newest, speakers, changes] = await Promise.all([
      ledger.summary(),
      ledger.statements({ limit: 15 }),
      ledger.speakers(),
      ledger.changes({ newest: 6 }),
    ]);
    const week = weekOf(summary.newest, clock());
    const reported = await ledger.widelyReported({ ...week, limit: 10 });
    const span = reported.length > 0 ? week : { ...week, from: daysBefore(week.to, 365) };
    return show(c, <HomePage summary={summary} newest={newest.rows} speakers={speakers.slice(0, 12)} changes={changes} span={span} reported={span === week ? reported : await ledger.widelyReported({ ...span, limit: 5 })} />); // prettier-ignore
  });
  app.get('/search', async (c) => {
    const query = searchQuery.parse(c.req.query());
    const { q, cursor, sort, asKnown, ...rest } = query;
    const filter = { ...rest, words: q, asKnown: endOf(asKnown) };
    const find = () => Promise.all([ledger.search({ ...filter, cursor, sort, limit: pageSize }), ledger.facets(filter)]); // prettier-ignore
    // By meaning a ledger may have to refuse, which decides what the answer is.
    const first = filter.by === 'meaning' || filter.by === 'both' ? await find() : null;
    return showAfter(c, { title: searchTitle(query), query: query.q, opening: <SearchOpening query={query} /> }, async () => {
      const [page, facets] = first ?? (await find());
      return <SearchFound query={query} page={page} facets={facets} />;
    }); // prettier-ignore
  });
  app.get('/speakers', async (c) => show(c, <SpeakersPage speakers={await ledger.speakers()} />));
  app.get('/outlets', async (c) => show(c, <OutletsPage outlets={await ledger.outlets()} />));
  app.get('/speaker', async (c) => {
    const { name, on, cursor } = speakerQuery.parse(c.req.query());
    const entities = name === undefined ? [] : await ledger.findEntities(name);
    // Where the name is one entity's alone, all that is told of it stands on the entity's page.
    if (entities.length === 1) return c.redirect(`/entities/${entities[0]!}${on === undefined ? '' : `?${new URLSearchParams({ on }).toString()}`}`, 303);
    const view = name === undefined ? null : await ledger.speaker(name);
    if (view === null) return missing(c, 'speaker');
    const bearers = await Promise.all(entities.slice(0, 10).map((id) => ledger.entity(id)));
    const positions = (await ledger.positions({ holder: view.name })).filter(({ holder }) => holder === view.name);
    const page = await ledger.statements({ speakerName: view.name, words: on, cursor, limit: 20 });
    return show(c, <SpeakerPage view={view} bearers={bearers.filter((bearer) => bearer !== null)} positions={positions} on={on} page={page} />);
  }); // prettier-ignore
  app.get('/health', async (c) => {
    const [health, summary] = await Promise.all([ledger.health(), ledger.summary()]);
    return show(c, <HealthPage health={health} summary={summary} />);
  });
}

/** The seven days that end with the newest day of publication told, or today where that is later. */
function weekOf(newest: string | null, now: Date): { readonly from: string; readonly to: string } {
  const today = now.toISOString().slice(0, 10);
  const to = newest !== null && newest < today ? newest : today;
  return { from: daysBefore(to, 6), to };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
