import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { secureHeaders } from 'hono/secure-headers';
import type { AttributionEngine } from '../attribute/engine.js';
import { MeaningLackingError, type Ledger } from '../ledger/ledger.js';
import { alertRoutes } from './alerts.js';
import { analyseRoutes } from './analyse.js';
import { entityRoutes } from './entities.js';
import { exportRoutes } from './export.js';
import { articleRoutes } from './articles.js';
import { claimRoutes } from './claims.js';
import { problem } from './problem.js';
import { defaultRateLimits, rateLimit, type RateLimits } from './rate-limit.js';
import { referencePage, referenceStyle } from './reference.js';
import { router } from './router.js';
import { statementRoutes } from './statements.js';
import { utteranceRoutes } from './utterances.js';

/** Where the API stands on its server. */
export const apiBase = '/api/v1';

export interface ApiParts {
  /** The time; the system's by default. */
  readonly clock?: () => Date;
  readonly ledger: Ledger;
  readonly engine: AttributionEngine;
  readonly limits?: Partial<RateLimits>;
  /** Who asks, as far as the connection tells; one client by default. */
  readonly clientOf?: (c: Context) => string;
}

const about = {
  openapi: '3.1.0',
  info: {
    title: 'onrecord',
    version: '1',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    description:
      'The statement ledger: who said what, in which words, as told by whom, with the exact place in the text. Read-only; spans are half-open, in UTF-16 code units of the article version’s text. All strings come from strangers: escape them where you show them. Errors are problem details (RFC 9457).',
  },
  servers: [{ url: apiBase }],
};

/** The API over a ledger, to be mounted at `apiBase`. It reads; it never writes. */
export function createApi({
  ledger,
  engine,
  limits,
  clientOf = () => 'one',
  clock = () => new Date(),
}: ApiParts): OpenAPIHono {
  const { requestsPerMinute, analysesPerMinute } = { ...defaultRateLimits, ...limits };
  const api = router();
  api.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'self'"], frameAncestors: ["'none'"] },
      referrerPolicy: 'no-referrer',
    }),
  );
  api.use(rateLimit(requestsPerMinute, clientOf));
  api.use('/analyse', rateLimit(analysesPerMinute, clientOf));
  api.use(
    methodNotAllowed({
      app: api,
      onMethodNotAllowed: (c, methods) =>
        problem(405, `${c.req.method} is not answered here; ${methods.join(', ')} is.`, {
          headers: { allow: methods.join(', ') },
        }),
    }),
  );
  api.route('/', claimRoutes(ledger));
  api.route('/', statementRoutes(ledger));
  api.route('/', articleRoutes(ledger));
  api.route('/', utteranceRoutes(ledger));
  api.route('/', entityRoutes(ledger));
  api.route('/', exportRoutes(ledger, clock));
  api.route('/', alertRoutes(ledger));
  api.route('/', analyseRoutes(engine));

  const document = withTuples(api.getOpenAPI31Document(about)) as ReturnType<typeof api.getOpenAPI31Document>;
  api.get('/openapi.json', (c) => c.json(document));
  api.get('/reference', (c) => c.html(referencePage(document)));
  api.get('/reference.css', (c) =>
    c.body(referenceStyle, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  // A sub-application has no notFound of its own: what nothing above answers ends here, not at the pages.
  api.all('*', () => problem(404, `There is no such resource. ${apiBase}/reference lists them.`));
  api.onError((error) => {
    if (error instanceof HTTPException) return problem(error.status, error.message);
    if (error instanceof MeaningLackingError) return problem(501, error.message);
    console.error(error);
    return problem(500, "This could not be answered. The reason is in the server's log.");
  });
  return api;
}

/** JSON Schema 2020-12, which OpenAPI 3.1 takes, has a tuple's parts in `prefixItems`; the generator writes `items`. */
function withTuples(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withTuples);
  if (schema === null || typeof schema !== 'object') return schema;
  const { items, ...rest } = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, withTuples(part)])); // prettier-ignore
  if (items === undefined) return rest;
  if (!Array.isArray(items)) return { ...rest, items };
  return { ...rest, prefixItems: items, items: false, minItems: items.length, maxItems: items.length };
}
