import type { Ledger } from '../ledger/ledger.js';
import { problem } from './problem.js';
import { correctionQuery, knownQuery, noParams, statementParams, widelyQuery } from './queries.js';
import { reading, router } from './router.js';
import { correctionSchema, listOf, utteranceRowSchema, utteranceViewSchema } from './schemas.js';

const tag = 'Statements';

const widelyRoute = reading({
  path: '/utterances',
  tag,
  summary: 'Utterances that most articles report between two days, copies of one text counted once',
  query: widelyQuery,
  params: noParams,
  answer: listOf(utteranceRowSchema),
  errors: [400],
});

const oneRoute = reading({
  path: '/statements/{id}/utterance',
  tag,
  summary: 'All reports of what a statement reports, earliest first, with what differs in their words',
  query: knownQuery,
  params: statementParams,
  answer: utteranceViewSchema,
  errors: [400, 404],
});

const correctionsRoute = reading({
  path: '/corrections',
  tag,
  summary: 'What people corrected, newest first; at most 500',
  query: correctionQuery,
  params: noParams,
  answer: listOf(correctionSchema),
  errors: [400],
});

/** `/utterances`, the utterance of a statement, and `/corrections`. */
export function utteranceRoutes(ledger: Ledger) {
  return router()
    .openapi(widelyRoute, async (c) => {
      const { from, to, limit } = c.req.valid('query');
      return c.json({ rows: await ledger.widelyReported({ from, to, limit: limit ?? 50 }) }, 200);
    })
    .openapi(oneRoute, async (c) => {
      const found = await ledger.statement(c.req.valid('param').id);
      const view = found === null ? null : await ledger.utterance(found.statement.id, c.req.valid('query').asKnown);
      return view === null ? problem(404, 'There is no such statement, or several begin so.') : c.json(view, 200);
    })
    .openapi(correctionsRoute, async (c) => {
      return c.json({ rows: await ledger.corrections(c.req.valid('query').statement) }, 200);
    });
} // prettier-ignore
