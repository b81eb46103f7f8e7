import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { problemSchema, unfit } from './problem.js';

/** The routes of one resource. What does not fit its schema is answered with a problem. */
export function router(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) return unfit(result.target === 'json' ? 'body' : result.target, result.error);
      return undefined;
    },
  });
}

const problems = {
  400: 'A parameter does not fit.',
  404: 'There is no such thing.',
  413: 'The body is too large.',
  415: 'The body is of a kind that is not read.',
  422: 'There is no article in the body.',
  429: 'Too many requests; `Retry-After` says when to come back.',
  503: 'Too many at once; `Retry-After` says when to come back.',
} as const;

/** The error answers of a route, for its description. */
export function answers(...statuses: (keyof typeof problems)[]) {
  return Object.fromEntries(
    [...statuses, 429 as const].map((status) => [
      status,
      {
        description: problems[status],
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

/** The body of an answer that is made by hand: a stream, or one of several kinds. */
export function bodyOf(type: string, schema: z.ZodType): Record<string, { schema: z.ZodType }> {
  return { [type]: { schema } };
}

interface Reading<Path extends string, Answer extends z.ZodType, Query extends z.ZodObject, Params extends z.ZodObject> {
  readonly path: Path;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly answer: Answer;
  readonly query: Query;
  readonly params: Params;
  readonly errors: readonly (keyof typeof problems)[];
} // prettier-ignore

/** A route that reads one JSON resource. It carries an ETag, and answers 304 where `If-None-Match` names it. */
export function reading<
  const Path extends string,
  Answer extends z.ZodType,
  Query extends z.ZodObject,
  Params extends z.ZodObject,
>({ path, tag, summary, description, answer, query, params, errors }: Reading<Path, Answer, Query, Params>) {
  return createRoute({
    method: 'get',
    path,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    middleware: etag(),
    request: { query, params },
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: answer } } },
      304: { description: 'Unchanged since the ETag given.' },
      ...answers(...errors),
    },
  });
}
