import { z } from '@hono/zod-openapi';
import { STATUS_CODES } from 'node:http';

/** What was wrong with one part of a request. */
const faultSchema = z.object({
  /** Where it stands: `query.limit`, `body.text`. */
  at: z.string(),
  detail: z.string(),
});

/** Problem details (RFC 9457): the one shape of every error. `type` is left out, which means `about:blank`. */
export const problemSchema = z
  .object({
    title: z.string().openapi({ description: 'The status in words.' }),
    status: z.int().min(400).max(599),
    detail: z.string().openapi({ description: 'What was wrong, and what to do.' }),
    errors: z
      .array(faultSchema)
      .optional()
      .openapi({ description: 'Each part of the request that is wrong.' }),
  })
  .openapi('Problem');

type Fault = z.infer<typeof faultSchema>;

/** An error answer. */
export function problem(
  status: number,
  detail: string,
  { errors, headers }: { errors?: readonly Fault[]; headers?: Record<string, string> } = {},
): Response {
  const body = { title: STATUS_CODES[status] ?? 'Error', status, detail, ...(errors && { errors }) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** A request whose parameters or body do not fit. */
export function unfit(target: string, error: z.ZodError): Response {
  const errors = error.issues.slice(0, 20).map(({ path, message }) => ({
    at: [target, ...path.map(String)].join('.'),
    detail: message,
  }));
  const first = errors[0];
  return problem(400, first === undefined ? 'The request does not fit.' : `${first.at}: ${first.detail}`, {
    errors,
  });
}
