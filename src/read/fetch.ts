import { lookup } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { Agent, fetch, type Response } from 'undici';
import { InputError, maxFileBytes, type Input } from './files.js';

/** A page as a server sent it. */
export interface FetchedPage extends Input {
  /** Where it was in the end, after redirects. */
  readonly url: string;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is asked of a server. */
export interface WebRequest {
  readonly url: string;
  /** Media types wanted; pages by default. */
  readonly accept?: string;
  /** ETag and Last-Modified of what is had already: the server then answers 304 where nothing changed. */
  readonly etag?: string | null | undefined;
  readonly lastModified?: string | null | undefined;
  /** Bytes after decompression; `maxFileBytes` by default. */
  readonly maxBytes?: number;
}

/** What a server answered, whatever the status. */
export interface WebAnswer {
  /** Where it was in the end, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly bytes: Uint8Array;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Asks a server, following redirects.
 * @param beforeHop awaited before each address is asked, redirects included; what it throws ends the request.
 * @throws {InputError} for another scheme, too many redirects, a body too large or too slow, no answer at all.
 * @throws {RefusedAddressError} for an address that is not public, be it by name, after resolution or by redirect.
 */
export type Get = (request: WebRequest, beforeHop?: (url: URL) => Promise<void>) => Promise<WebAnswer>;

/** An address that onrecord does not ask: a page must not make it look into the network that it runs in. */
export class RefusedAddressError extends InputError {}

export interface GetOptions {
  /** For everything of one hop together, in milliseconds; 20 s by default. */
  readonly timeout?: number;
  /** Which IP addresses may be asked; public ones by default. */
  readonly isAllowed?: (address: string) => boolean;
  /** A web or mail address told to servers, so that they can complain. */
  readonly contact?: string | undefined;
}

const maxRedirects = 5;
const pages = 'text/html,application/xhtml+xml,text/plain';

/** Loopback, private, link-local and other addresses that no news page has. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** Makes a `Get`. This file alone opens sockets. */
export function createGet({ timeout = 20_000, isAllowed = isPublic, contact }: GetOptions = {}): Get {
  const dispatcher = guardedAgent(timeout, isAllowed);
  const agent = userAgent(contact);
  return async (request, beforeHop) => {
    const { url: given, accept = pages, etag, lastModified, maxBytes = maxFileBytes } = request;
    let url = webAddress(given, given, isAllowed);
    const signal = () => AbortSignal.timeout(timeout);
    for (let hop = 0; hop <= maxRedirects; hop++) {
      await beforeHop?.(url);
      const headers = { 'user-agent': agent, accept, ...conditions(etag, lastModified) };
      const response = await fetch(url, { dispatcher, redirect: 'manual', signal: signal(), headers }).catch((error: unknown) => fail(given, error)); // prettier-ignore
      const next = isRedirect(response.status) ? response.headers.get('location') : null;
      if (next === null) {
        const bytes = await bodyOf(response, maxBytes, given);
        return { url: url.href, status: response.status, bytes, headers: Object.fromEntries(response.headers) }; // prettier-ignore
      }
      await response.body?.cancel();
      url = webAddress(URL.canParse(next, url.href) ? new URL(next, url).href : next, given, isAllowed);
    }
    throw new InputError(given, `it redirects more than ${maxRedirects} times.`);
  };
}

/** Posts a body, once, to a public address; a redirect is not followed. */
export type Post = (
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
) => Promise<void>;

/**
 * Makes a `Post`, which throws {@link InputError} for what `Get` refuses, and for any answer but success.
 */
export function createPost({ timeout = 20_000, isAllowed = isPublic, contact }: GetOptions = {}): Post {
  const dispatcher = guardedAgent(timeout, isAllowed);
  return async (address, body, given) => {
    const headers = { 'user-agent': userAgent(contact), ...given };
    const url = webAddress(address, address, isAllowed);
    const response = await fetch(url, { method: 'POST', body, headers, dispatcher, redirect: 'manual', signal: AbortSignal.timeout(timeout) }).catch((error: unknown) => fail(address, error)); // prettier-ignore
    await response.body?.cancel();
    if (!response.ok) throw new InputError(address, `the server answered ${response.status}.`);
  };
}

const isRedirect = (status: number) => status >= 300 && status < 400 && status !== 304;

function conditions(etag: string | null | undefined, lastModified: string | null | undefined) {
  return {
    ...(etag == null ? {} : { 'if-none-match': etag }),
    ...(lastModified == null ? {} : { 'if-modified-since': lastModified }),
  };
}

function userAgent(contact: string | undefined): string {
  const clean = contact?.replace(/[^\x21-\x7e]/gu, '').slice(0, 200) ?? '';
  return `onrecord/0.1 (statement ledger for news${clean === '' ? '' : `; ${clean}`})`;
}

/** Resolves a name and refuses what is not allowed at the moment of connecting, so that no name changes in between. */
function guardedAgent(timeout: number, isAllowed: (address: string) => boolean): Agent {
  return new Agent({
    connect: {
      timeout,
      lookup: (hostname, options, done) => {
        lookup(hostname, { ...options, all: true }, (error, addresses) => {
          const refused = error === null && !addresses.every(({ address }) => isAllowed(address));
          if (error !== null) done(error, []);
          else if (refused)
            done(Object.assign(new Error('the address is not public'), { code: 'EPRIVATE' }), []);
          else done(null, addresses);
        });
      },
    },
    maxResponseSize: maxFileBytes,
    bodyTimeout: timeout,
    headersTimeout: timeout,
  });
}

/** The body after decompression, which may be a thousand times what was sent: so it is counted as it unfolds. */
async function bodyOf(response: Response, maxBytes: number, given: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > maxBytes) break; // Leaving the loop ends the transfer.
      parts.push(part);
    }
  } catch (error) {
    return fail(given, error);
  }
  if (length > maxBytes)
    throw new InputError(given, `it is over ${(maxBytes / 2 ** 20).toFixed(1)} MB, the limit.`);
  return Buffer.concat(parts);
}

let standardGet: Get | undefined;

/**
 * Fetches a page from the web.
 * @param get how servers are asked; see `createPoliteGet`.
 * @throws {InputError} for what `Get` refuses, an error status, or what is neither page nor text.
 */
export async function fetchPage(
  address: string,
  get: Get = (standardGet ??= createGet()),
): Promise<FetchedPage> {
  // prettier-ignore
  return pageIn(address, await get({ url: address }));
}

/** The page in an answer. @throws {InputError} for an error status, or what is neither page nor text. */
export function pageIn(address: string, { url, status, bytes, headers }: WebAnswer): FetchedPage {
  if (status < 200 || status >= 300) throw new InputError(address, `the server answered ${status}.`);
  const contentType = headers['content-type'] ?? null;
  if (contentType !== null && !/html|text\/plain|xml/iu.test(contentType))
    throw new InputError(address, `it is ${contentType}, not a page.`);
  return {
    bytes,
    format: /text\/plain/iu.test(contentType ?? '') ? 'text' : 'page',
    url,
    contentType,
    headers,
  };
}

function webAddress(value: string, given: string, isAllowed: (address: string) => boolean): URL {
  if (!URL.canParse(value)) throw new InputError(given, 'it is no web address. Check how it is written.');
  const url = new URL(value);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new RefusedAddressError(given, `${url.protocol} is not read; give an http or https address.`);
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (ipaddr.isValid(host) && !isAllowed(host))
    throw new RefusedAddressError(given, `${host} is not a public address, and is not read.`);
  return url;
}

function fail(given: string, error: unknown): never {
  const cause = rootCause(error);
  if ((cause as { code?: unknown } | null)?.code === 'EPRIVATE')
    throw new RefusedAddressError(given, 'its name stands for an address that is not public, and is not read.', { cause: error }); // prettier-ignore
  throw new InputError(
    given,
    `it could not be fetched (${messageOf(cause)}). Check the address and the connection, or save the page and read the file.`,
    { cause: error },
  );
}

/** The bottom of a chain of causes, which is what tells. */
function rootCause(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return rootCause(error.errors[0]);
  return error instanceof Error && error.cause !== undefined ? rootCause(error.cause) : error;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || (error as NodeJS.ErrnoException).code || error.name;
}
