import { createRoute } from '@hono/zod-openapi';
import type { Ledger } from '../ledger/ledger.js';
import { problem } from './problem.js';
import { articleParams, knownQuery, noParams, noQuery, partQuery, versionsParams } from './queries.js';
import { answers, bodyOf, reading, router } from './router.js';
import {
  articleRowSchema,
  articleViewSchema,
  differencesSchema,
  historySchema,
  pageOf,
  storedRecordSchema,
} from './schemas.js';
import { jsonLines, nextLink } from './streams.js';

const tag = 'Articles';

const listRoute = reading({
  path: '/articles',
  tag,
  summary: 'Articles, newest published first',
  query: partQuery,
  params: noParams,
  answer: pageOf(articleRowSchema),
  errors: [400],
});

const oneRoute = reading({
  path: '/articles/{id}',
  tag,
  summary: 'The newest reading of an article, with its statements and versions',
  query: knownQuery,
  params: articleParams,
  answer: articleViewSchema,
  errors: [400, 404],
});

const versionsRoute = reading({
  path: '/articles/{id}/versions',
  tag,
  summary:
    'The versions of an article, and what changed from each to the next: statements, names, headline, text',
  query: noQuery,
  params: articleParams,
  answer: historySchema,
  errors: [400, 404],
});

const differencesRoute = reading({
  path: '/articles/{id}/versions/{from}/{to}',
  tag,
  summary: 'What changed from one version of an article to another, whichever',
  query: noQuery,
  params: versionsParams,
  answer: differencesSchema,
  errors: [400, 404],
});

const recordsRoute = createRoute({
  method: 'get',
  path: '/records.jsonl',
  tags: [tag],
  summary: "Every article's newest record, as JSON Lines",
  responses: {
    200: { description: 'One record a line.', content: bodyOf('application/jsonl', storedRecordSchema) },
    ...answers(),
  },
}); // prettier-ignore

/** `/articles` and `/records.jsonl`. */
export function articleRoutes(ledger: Ledger) {
  return router()
    .openapi(listRoute, async (c) => {
      const { cursor, limit, asKnown } = c.req.valid('query');
      const page = await ledger.articles({ cursor, limit: limit ?? 50, asKnown });
      return c.json(page, 200, nextLink(c.req.url, page.next));
    })
    .openapi(oneRoute, async (c) => {
      const view = await ledger.article(c.req.valid('param').id, c.req.valid('query').asKnown);
      return view === null ? problem(404, 'There is no such article.') : c.json(view, 200);
    })
    .openapi(versionsRoute, async (c) => {
      const history = await ledger.history(c.req.valid('param').id);
      if (history === null) return problem(404, 'There is no such article.');
      const versions = history.versions.map(({ record, ...version }) => ({
        ...version,
        statements: record.statements.length,
      }));
      return c.json({ ...history, versions }, 200);
    })
    .openapi(differencesRoute, async (c) => {
      const { id, from, to } = c.req.valid('param');
      const found = await ledger.differences(id, from, to);
      return found === null ? problem(404, 'The article has no such versions.') : c.json(found, 200);
    })
    .openapi(recordsRoute, () => jsonLines(ledger.records()));
}
