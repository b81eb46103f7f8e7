import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import pLimit from 'p-limit';
import type { AttributionEngine } from '../attribute/engine.js';
import { makeRecord } from '../pipeline.js';
import { readPage, readText, type Reading } from '../read/index.js';
import { problem } from './problem.js';
import { minConfidence } from './queries.js';
import { answers, bodyOf, router } from './router.js';
import { ledgerRecordSchema } from './schemas.js';

/** Bytes of one request: a news page has 0.1 to 3 MB. */
const maxBodyBytes = 5 * 1024 * 1024;
/** Characters of clean text: forty times a long article. More would hold the server up for minutes. */
const maxTextLength = 200_000;
/** Requests that may wait their turn. */
const maxWaiting = 16;

const fact = z.string().max(2000).optional();
const analyseSchema = z
  .object({
    text: z.string().optional().openapi({ description: 'A plain text, paragraphs parted by a line break.' }),
    html: z.string().optional().openapi({ description: 'A page as a server sends it.' }),
    url: fact.openapi({ description: 'Where it was; nothing is fetched from there.' }),
    title: fact,
    outlet: fact,
    published: fact.openapi({ description: 'ISO 8601 day, or day and time.' }),
    authors: z.array(z.string().max(300)).max(50).optional(),
  })
  .refine(({ text, html }) => (text === undefined) !== (html === undefined), 'Give either `text` or `html`.')
  .openapi('AnalyseRequest', {
    description: 'Either `text` or `html`, and what is known of it from elsewhere.',
  });
type AnalyseRequest = z.infer<typeof analyseSchema>;

const analyseRoute = createRoute({
  method: 'post',
  path: '/analyse',
  tags: ['Analysis'],
  summary: 'The record of a text or page; nothing is stored',
  description: `The header \`Onrecord-Engine\` names the engine. At most ${maxBodyBytes / 1024 / 1024} MB, and ${maxTextLength.toLocaleString('en')} characters of clean text.`,
  middleware: bodyLimit({
    maxSize: maxBodyBytes,
    onError: () => problem(413, `The body is over ${maxBodyBytes / 1024 / 1024} MB, the limit. Send the article alone.`), // prettier-ignore
  }),
  request: {
    query: z.object({ minConfidence }),
    // Not `required`: the library would then read every body as JSON. What is no body is refused by its kind.
    body: {
      content: {
        'application/json': { schema: analyseSchema },
        'text/html': { schema: z.string() },
        'text/plain': { schema: z.string() },
      },
    },
  },
  responses: {
    200: { description: 'The record.', content: bodyOf('application/json', ledgerRecordSchema) },
    ...answers(400, 413, 415, 422, 503),
  },
}); // prettier-ignore

/** `POST /analyse`. One text at a time, since the engine uses every core that it gets. */
export function analyseRoutes(engine: AttributionEngine) {
  const turn = pLimit(1);
  return router().openapi(analyseRoute, async (c) => {
    const contentType = c.req.header('content-type') ?? '';
    const read = readers.find(({ type }) => type.test(contentType));
    if (read === undefined)
      return problem(415, 'Send application/json, text/html or text/plain, and say which in Content-Type.');
    const body =
      read.type === json
        ? (c.req.valid('json') as AnalyseRequest)
        : new Uint8Array(await c.req.arrayBuffer());
    const { article, trail } = read.read(body, contentType);
    if (article === null)
      return problem(422, `There is no article in it: ${trail.at(-1)?.reason ?? 'it is empty'}.`);
    if (article.text.length > maxTextLength)
      return problem(413, `Its text has ${article.text.length} characters; the limit is ${maxTextLength}.`);
    if (turn.pendingCount >= maxWaiting)
      return problem(503, 'Too many texts wait to be analysed.', { headers: { 'retry-after': '10' } });
    const least = c.req.valid('query').minConfidence ?? 0;
    const record = await turn(() => makeRecord(article, engine, { minConfidence: least }));
    return c.json(record, 200, { 'onrecord-engine': engine.version });
  });
}

const json = /^application\/json\b/iu;

interface Reader {
  readonly type: RegExp;
  readonly read: (body: AnalyseRequest | Uint8Array, contentType: string) => Reading;
}

const readers: readonly Reader[] = [
  { type: json, read: (body) => readGiven(body as AnalyseRequest) },
  { type: /^text\/html\b/iu, read: (body, contentType) => readPage(body as Uint8Array, { contentType }) },
  { type: /^text\/plain\b/iu, read: (body) => readText(Buffer.from(body as Uint8Array).toString('utf8'), {}) },
]; // prettier-ignore

function readGiven({ text, html, url, ...known }: AnalyseRequest): Reading {
  return html === undefined ? readText(text ?? '', { url, known }) : readPage(html, { url, known });
}
