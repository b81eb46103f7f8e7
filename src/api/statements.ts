import type { Ledger, StatementRow } from '../ledger/ledger.js';
import { createRoute } from '@hono/zod-openapi';
import { jsonLines, nextLink } from './streams.js';
import { problem } from './problem.js';
import { facetQuery, filterQuery, noParams, noQuery, statementParams, statementQuery } from './queries.js';
import { answers, bodyOf, reading, router } from './router.js';
import { facetsSchema, pageOf, searchHitSchema, statementRowSchema, statementViewSchema } from './schemas.js';

const tag = 'Statements';

const listRoute = reading({
  path: '/statements',
  tag,
  summary: 'Statements that fit, newest published first',
  query: statementQuery,
  params: noParams,
  answer: pageOf(statementRowSchema),
  errors: [400],
});

const searchRoute = reading({
  path: '/search',
  tag,
  summary: 'As `/statements`, with the places of the words asked for',
  query: statementQuery,
  params: noParams,
  answer: pageOf(searchHitSchema),
  errors: [400],
});

const facetsRoute = reading({
  path: '/facets',
  tag,
  summary: 'What narrowing a search would leave: counts by speaker, outlet, kind and so on',
  query: facetQuery,
  params: noParams,
  answer: facetsSchema,
  errors: [400],
});

const linesRoute = createRoute({
  method: 'get',
  path: '/statements.jsonl',
  tags: [tag],
  summary: 'All statements that fit, as JSON Lines',
  description: 'Streams; however many there are, they are never held in memory together.',
  request: { query: filterQuery },
  responses: {
    200: { description: 'One statement a line.', content: bodyOf('application/jsonl', statementRowSchema) },
    ...answers(400),
  },
}); // prettier-ignore

const oneRoute = reading({
  path: '/statements/{id}',
  tag,
  summary: 'One statement, with the text it stands in',
  description: 'The first six or more digits of an id will do, where they fit one statement only.',
  query: noQuery,
  params: statementParams,
  answer: statementViewSchema,
  errors: [400, 404],
});

/** `/statements`: search, bulk, and one by its id. */
export function statementRoutes(ledger: Ledger) {
  return router()
    .openapi(listRoute, async (c) => {
      const { q, ...filter } = c.req.valid('query');
      const page = await ledger.statements({ ...filter, words: q });
      return c.json(page, 200, nextLink(c.req.url, page.next));
    })
    .openapi(searchRoute, async (c) => {
      const { q, ...query } = c.req.valid('query');
      const page = await ledger.search({ ...query, words: q });
      return c.json(page, 200, nextLink(c.req.url, page.next));
    })
    .openapi(facetsRoute, async (c) => {
      const { q, ...filter } = c.req.valid('query');
      return c.json(await ledger.facets({ ...filter, words: q }), 200);
    })
    .openapi(linesRoute, (c) => {
      const { q, ...filter } = c.req.valid('query');
      return jsonLines(allStatements(ledger, { ...filter, words: q }));
    })
    .openapi(oneRoute, async (c) => {
      const view = await ledger.statement(c.req.valid('param').id);
      return view === null ? problem(404, 'There is no such statement, or several begin so.') : c.json(view, 200);
    }); // prettier-ignore
}

/** Every statement that fits, one part of the list at a time. */
async function* allStatements(
  ledger: Ledger,
  filter: Parameters<Ledger['statements']>[0],
): AsyncGenerator<StatementRow> {
  let cursor: string | undefined;
  do {
    const page = await ledger.statements({ ...filter, cursor, limit: 500 });
    yield* page.rows;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
