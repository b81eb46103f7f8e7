import type { Ledger } from '../ledger/ledger.js';
import { problem } from './problem.js';
import { entityParams, entityQuery, knownQuery, noParams } from './queries.js';
import { reading, router } from './router.js';
import { entityRowSchema, entityViewSchema, listOf } from './schemas.js';

const tag = 'Names';

const listRoute = reading({
  path: '/entities',
  tag,
  summary: 'People, bodies and places over all articles, most statements first',
  query: entityQuery,
  params: noParams,
  answer: listOf(entityRowSchema),
  errors: [400],
});

const oneRoute = reading({
  path: '/entities/{id}',
  tag,
  summary: 'One of them: names and roles as told, mentions and why, decisions of people',
  description: 'The first six or more digits of an id will do. One that was merged is found as the one that holds it.',
  query: knownQuery,
  params: entityParams,
  answer: entityViewSchema,
  errors: [400, 404],
}); // prettier-ignore

/** `/entities`: who is who across articles. */
export function entityRoutes(ledger: Ledger) {
  return router()
    .openapi(listRoute, async (c) => {
      const { limit, ...filter } = c.req.valid('query');
      return c.json({ rows: await ledger.entities({ ...filter, limit: limit ?? 50 }) }, 200);
    })
    .openapi(oneRoute, async (c) => {
      const view = await ledger.entity(c.req.valid('param').id, c.req.valid('query').asKnown);
      return view === null ? problem(404, 'There is no such entity, or several begin so.') : c.json(view, 200);
    });
} // prettier-ignore
