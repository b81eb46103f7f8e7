import { lookup } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { Agent, fetch } from 'undici';
import { InputError, maxFileBytes, type Input } from './files.js';

/** A page as a server sent it. */
export interface FetchedPage extends Input {
  /** Where it was in the end, after redirects. */
  readonly url: string;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

const timeout = 20_000;
const maxRedirects = 5;

/** Loopback, private, link-local and other addresses that no news page has. */
function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** Resolves a name and refuses what is not public, at the moment of connecting, so that no name changes in between. */
const guarded = new Agent({
  connect: {
    timeout,
    lookup: (hostname, options, done) => {
      lookup(hostname, { ...options, all: true }, (error, addresses) => {
        const refused = error === null && !addresses.every(({ address }) => isPublic(address));
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

/**
 * Fetches a page from the web. The only place that opens sockets.
 * @throws {InputError} for another scheme, a private address, too many redirects, an error status, a body too large or
 * too slow.
 */
export async function fetchPage(address: string): Promise<FetchedPage> {
  let url = webAddress(address, address);
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const response = await request(url, address);
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (next === null) {
      if (!response.ok)
        throw new InputError(address, `the server answered ${response.status} ${response.statusText}.`);
      const bytes = new Uint8Array(
        await response.arrayBuffer().catch((error: unknown) => fail(address, error)),
      );
      const contentType = response.headers.get('content-type');
      if (contentType !== null && !/html|text\/plain|xml/iu.test(contentType)) {
        throw new InputError(address, `it is ${contentType}, not a page.`);
      }
      return {
        bytes,
        format: /text\/plain/iu.test(contentType ?? '') ? 'text' : 'page',
        url: url.href,
        contentType,
        headers: Object.fromEntries(response.headers),
      };
    }
    url = webAddress(URL.canParse(next, url.href) ? new URL(next, url).href : next, address);
  }
  throw new InputError(address, `it redirects more than ${maxRedirects} times.`);
}

function webAddress(value: string, given: string): URL {
  if (!URL.canParse(value)) throw new InputError(given, 'it is no web address. Check how it is written.');
  const url = new URL(value);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new InputError(given, `${url.protocol} is not read; give an http or https address.`);
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (ipaddr.isValid(host) && !isPublic(host))
    throw new InputError(given, `${host} is not a public address, and is not read.`);
  return url;
}

async function request(url: URL, given: string) {
  try {
    return await fetch(url, {
      dispatcher: guarded,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      headers: {
        'user-agent': 'onrecord/0.1 (statement ledger for news)',
        accept: 'text/html,application/xhtml+xml,text/plain',
      },
    });
  } catch (error) {
    return fail(given, error);
  }
}

function fail(given: string, error: unknown): never {
  throw new InputError(
    given,
    `it could not be fetched (${rootCause(error)}). Check the address and the connection, or save the page and read the file.`,
    { cause: error },
  );
}

/** The message at the bottom of a chain of causes, which is the one that tells. */
function rootCause(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return rootCause(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? error.message || (error as NodeJS.ErrnoException).code || error.name
    : rootCause(error.cause);
}
