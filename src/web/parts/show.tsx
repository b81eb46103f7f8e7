import type { Context } from 'hono';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { stream } from 'hono/streaming';
import { viewerOf } from '../access/access.js';
import { ErrorPage, Failure } from '../error-page.js';
import { Layout } from '../layout.js';
import { PageProvider } from './page-context.js';

type Status = 200 | 400 | 403 | 404 | 413 | 422 | 429 | 500 | 501;

/** A page as an answer. */
export function show(c: Context, page: Child, status: Status = 200): Response {
  return c.body(`<!doctype html>\n${render(c, page)}`, status, html);
}

interface Frame {
  readonly title: string;
  /** Words in the search field. */
  readonly query?: string | undefined;
  /** What is known at once: headings, forms. */
  readonly opening: Child;
}

/**
 * A page whose frame and opening are sent at once, and the rest when it is found. What may refuse the question (a wrong
 * address) must have been asked before: from here on the answer is 200, and a failure is told on the page.
 */
export function showAfter(c: Context, { title, query = '', opening }: Frame, rest: () => Promise<Child>): Response {
  const frame = render(c, <Layout title={title} query={query}>{opening}{raw(here)}</Layout>);
  const [head, foot] = frame.split(here) as [string, string];
  c.header('content-type', html['content-type']);
  // Told to be in parts, it is sent as it comes: else the server waits for a second part to know its length.
  c.header('transfer-encoding', 'chunked');
  return stream(c, async (out) => {
    await out.write(`<!doctype html>\n${head}`);
    // An embedded database answers on this thread: what is written goes out first.
    await out.sleep(1);
    const found = await rest().then((part) => render(c, part)).catch((error: unknown) => render(c, failed(error)));
    await out.write(found + foot);
  });
} // prettier-ignore

/** Stands where the rest belongs. Nothing escaped holds it. */
const here = '<!--rest-->';

const html = { 'content-type': 'text/html; charset=utf-8' };

function failed(error: unknown): Child {
  console.error(error);
  return <Failure what="The rest of this page could not be made." advice="The reason is in the server's log. Try again, or go on from here:" />; // prettier-ignore
}

function render(c: Context, part: Child): string {
  const facts = { path: c.req.path, viewer: viewerOf(c) };
  // A page's JSX is a string once rendered; its type does not tell.
  return String(<PageProvider value={facts}>{part}</PageProvider>); // eslint-disable-line @typescript-eslint/no-base-to-string
}

/** The answer for what is not there. */
export function missing(c: Context, thing: string): Response {
  return show(c, <ErrorPage what={`There is no such ${thing}.`} advice="Check the address, or go on from here:" />, 404); // prettier-ignore
}

/** The answer for what was not done. */
export function refused(c: Context, what: string, advice: string, status: Status = 422): Response {
  return show(c, <ErrorPage what={what} advice={advice} />, status);
}
