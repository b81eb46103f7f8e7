import { createRoute } from '@hono/zod-openapi';
import type { Ledger } from '../ledger/ledger.js';
import { problem } from './problem.js';
import { articleParams, noParams, noQuery, partQuery } from './queries.js';
import { answers, bodyOf, reading, router } from './router.js';
import { articleRowSchema, articleViewSchema, pageOf, storedRecordSchema } from './schemas.js';
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
  query: noQuery,
  params: articleParams,
  answer: articleViewSchema,
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
      const { cursor, limit } = c.req.valid('query');
      const page = await ledger.articles({ cursor, limit: limit ?? 50 });
      return c.json(page, 200, nextLink(c.req.url, page.next));
    })
    .openapi(oneRoute, async (c) => {
      const view = await ledger.article(c.req.valid('param').id);
      return view === null ? problem(404, 'There is no such article.') : c.json(view, 200);
    })
    .openapi(recordsRoute, () => jsonLines(ledger.records()));
}
