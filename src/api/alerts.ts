import { createRoute, z } from '@hono/zod-openapi';
import { feedFormats, feedOf, type FeedFormat } from '../alerts/feed.js';
import type { Ledger } from '../ledger/ledger.js';
import { problem } from './problem.js';
import { answers, bodyOf, router } from './router.js';

const mostItems = 100;

const feedRoute = createRoute({
  method: 'get',
  path: '/alerts/{id}/{feed}',
  tags: ['Alerts'],
  summary: 'What an alert found, newest first, for a feed reader',
  request: {
    params: z.object({
      id: z.string().regex(/^[0-9a-f]{16}$/, 'Give 16 hexadecimal digits.'),
      feed: z.enum(['feed.rss', 'feed.atom', 'feed.json']),
    }),
  },
  responses: {
    200: {
      description: 'The feed.',
      content: Object.assign(
        {},
        ...Object.values(feedFormats).map(({ contentType }) => bodyOf(contentType, z.string())),
      ) as ReturnType<typeof bodyOf>,
    },
    ...answers(400, 404),
  },
});

/** `/alerts/{id}/{feed}`: RSS, Atom and JSON Feed. Who may make and end alerts is a matter of the command line. */
export function alertRoutes(ledger: Ledger) {
  return router().openapi(feedRoute, async (c) => {
    const { id, feed } = c.req.valid('param');
    const alert = (await ledger.alerts.active()).find((one) => one.id === id);
    if (alert === undefined) return problem(404, 'There is no such alert, or it has ended.');
    const format = feed.slice('feed.'.length) as FeedFormat;
    const firings = await ledger.alerts.firings(id, mostItems);
    const body = feedOf(alert, firings, format, new URL('/', c.req.url).href);
    return new Response(body, { headers: { 'content-type': feedFormats[format].contentType } });
  });
}
