import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { viewerOf } from '../access/access.js';
import { ErrorPage } from '../error-page.js';
import { PageProvider } from './page-context.js';

type Status = 200 | 400 | 403 | 404 | 413 | 422 | 429 | 500 | 501;

/** A page as an answer. */
export function show(c: Context, page: Child, status: Status = 200): Response {
  // A page's JSX is a string once rendered; its type does not tell.
  const facts = { path: c.req.path, viewer: viewerOf(c) };
  const html = String(<PageProvider value={facts}>{page}</PageProvider>); // eslint-disable-line @typescript-eslint/no-base-to-string
  return c.body(`<!doctype html>\n${html}`, status, { 'content-type': 'text/html; charset=utf-8' });
}

/** The answer for what is not there. */
export function missing(c: Context, thing: string): Response {
  return show(c, <ErrorPage what={`There is no such ${thing}.`} advice="Check the address, or go on from here:" />, 404); // prettier-ignore
}

/** The answer for what was not done. */
export function refused(c: Context, what: string, advice: string, status: Status = 422): Response {
  return show(c, <ErrorPage what={what} advice={advice} />, status);
}
