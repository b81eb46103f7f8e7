import type { Ledger } from '../ledger/ledger.js';
import { changeQuery, namingQuery, noParams, noQuery, positionQuery, recognitionQuery } from './queries.js';
import { reading, router } from './router.js';
import {
  changeRowSchema,
  listOf,
  nameCountSchema,
  namingRowSchema,
  positionRowSchema,
  recognitionRowSchema,
  summarySchema,
} from './schemas.js';

const summaryRoute = reading({
  path: '/summary',
  tag: 'Ledger',
  summary: 'How much is on record',
  query: noQuery,
  params: noParams,
  answer: summarySchema,
  errors: [],
});

const speakersRoute = reading({
  path: '/speakers',
  tag: 'Names',
  summary: 'Named speakers by number of statements, at most 1,000',
  query: noQuery,
  params: noParams,
  answer: listOf(nameCountSchema),
  errors: [],
});

const outletsRoute = reading({
  path: '/outlets',
  tag: 'Names',
  summary: 'Outlets by number of statements, at most 1,000',
  query: noQuery,
  params: noParams,
  answer: listOf(nameCountSchema),
  errors: [],
});

const positionsRoute = reading({
  path: '/positions',
  tag: 'Claims',
  summary: 'What statements commit their speakers to, oldest first; at most 1,000',
  query: positionQuery,
  params: noParams,
  answer: listOf(positionRowSchema),
  errors: [400],
});

const changesRoute = reading({
  path: '/positions/changes',
  tag: 'Claims',
  summary: "Where a holder's stance differs from the one before it, both side by side, newest first",
  query: changeQuery,
  params: noParams,
  answer: listOf(changeRowSchema),
  errors: [400],
});

const recognitionRoute = reading({
  path: '/recognition',
  tag: 'Claims',
  summary: 'Who recognises an entity, or whom it recognises, newest first; at most 1,000',
  description: 'What contradicts stands side by side; nothing is resolved.',
  query: recognitionQuery,
  params: noParams,
  answer: listOf(recognitionRowSchema),
  errors: [400],
});

const namingRoute = reading({
  path: '/naming',
  tag: 'Claims',
  summary: 'How outlets and speakers name an entity, commonest first; at most 1,000',
  query: namingQuery,
  params: noParams,
  answer: listOf(namingRowSchema),
  errors: [400],
});

/** The lists that have no parts: names, positions, recognition, naming, and the summary. */
export function claimRoutes(ledger: Ledger) {
  return router()
    .openapi(summaryRoute, async (c) => c.json(await ledger.summary(), 200))
    .openapi(speakersRoute, async (c) => c.json({ rows: await ledger.speakers() }, 200))
    .openapi(outletsRoute, async (c) => c.json({ rows: await ledger.outlets() }, 200))
    .openapi(positionsRoute, async (c) => c.json({ rows: await ledger.positions(c.req.valid('query')) }, 200))
    .openapi(recognitionRoute, async (c) => {
      const { entity, asOf, asKnown } = c.req.valid('query');
      return c.json({ rows: await ledger.recognition(entity, asOf, asKnown) }, 200);
    })
    .openapi(changesRoute, async (c) => {
      const { limit, ...filter } = c.req.valid('query');
      return c.json({ rows: await ledger.changes({ ...filter, newest: limit ?? 50 }) }, 200);
    })
    .openapi(namingRoute, async (c) => {
      const { entity, asKnown } = c.req.valid('query');
      return c.json({ rows: await ledger.naming(entity, asKnown) }, 200);
    });
}
