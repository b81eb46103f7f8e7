import { createRoute, z } from '@hono/zod-openapi';
import { formatNames, formats } from '../formats/formats.js';
import type { Ledger } from '../ledger/ledger.js';
import { filterQuery } from './queries.js';
import { answers, bodyOf, router } from './router.js';
import { streamed } from './streams.js';

const exportRoute = createRoute({
  method: 'get',
  path: '/export/{format}',
  tags: ['Statements'],
  summary: 'All statements that fit, in another format',
  description: `${formatNames.map((name) => `\`${name}\`: ${formats[name].description}`).join('; ')}.`,
  request: {
    params: z.object({ format: z.enum(formatNames) }),
    query: filterQuery.extend({
      title: z
        .string()
        .trim()
        .min(1)
        .max(300)
        .optional()
        .openapi({ description: 'What stands above a dossier.' }),
    }),
  },
  responses: {
    200: { description: 'The file.', content: bodyOf('*/*', z.unknown()) },
    ...answers(400),
  },
});

/** `/export/{format}`: statements as a file for other programs. */
export function exportRoutes(ledger: Ledger, clock: () => Date) {
  return router().openapi(exportRoute, (c) => {
    const { q, title, ...filter } = c.req.valid('query');
    const { write, contentType, extension } = formats[c.req.valid('param').format];
    const file = write(ledger.exported({ ...filter, words: q }), {
      title: title ?? filter.speaker ?? filter.entity ?? q ?? 'Statements on record',
      made: clock().toISOString(),
    });
    const response = streamed(file, contentType);
    response.headers.set('content-disposition', `attachment; filename="onrecord.${extension}"`);
    return response;
  });
}
