import robotsModule from 'robots-parser';
import { InputError } from './files.js';
import { RefusedAddressError, type Get, type WebAnswer } from './fetch.js';

/** Time, given from outside so that tests need not wait. Milliseconds. */
export interface Time {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export const systemTime: Time = {
  now: Date.now,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** The site asks programs not to read this address (robots.txt, RFC 9309). */
export class RobotsError extends InputError {}

/** Milliseconds between two requests to one host where it asks for no other pause. */
const usualPause = 1000;
/** A longer crawl delay than this is taken as this. */
const longestPause = 60_000;
const robotsAge = 24 * 60 * 60 * 1000;
/** RFC 9309 asks for at least 500 KiB. */
const maxRobotsBytes = 512 * 1024;
const tries = 3;
/** A longer Retry-After than this is left to the next round. */
const longestWait = 30_000;
/** Hosts remembered at once. */
const maxHosts = 10_000;

const agentToken = 'onrecord';

// The package is CommonJS and exports its function as the whole module, which its types do not say.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

interface Rules {
  readonly isAllowed: (url: string) => boolean;
  readonly pause: number;
  readonly until: number;
}

interface Host {
  rules: Promise<Rules> | null;
  /** When the host may be asked next. */
  nextAt: number;
}

/**
 * Makes a `Get` that keeps to each site's robots.txt and crawl delay, asks a host once a second at most, and tries again
 * later where a server is busy (429, 502, 503, 504) or cannot be reached, waiting twice as long each time or as long as
 * the server asks. Redirects are held to the same.
 * @throws {RobotsError} where the site asks programs to stay away.
 */
export function createPoliteGet(get: Get, { now, sleep }: Time = systemTime): Get {
  const hosts = new Map<string, Host>();

  const hostOf = (url: URL): Host => {
    const known = hosts.get(url.origin);
    if (known !== undefined) return known;
    // The oldest goes first: a crawl over many hosts must not fill the memory.
    if (hosts.size >= maxHosts) hosts.delete(hosts.keys().next().value!);
    const host: Host = { rules: null, nextAt: 0 };
    hosts.set(url.origin, host);
    return host;
  };

  const turn = async (host: Host, pause: number): Promise<void> => {
    const at = Math.max(now(), host.nextAt);
    host.nextAt = at + pause;
    if (at > now()) await sleep(at - now());
  };

  const rulesOf = async (url: URL, host: Host): Promise<Rules> => {
    const known = await host.rules;
    if (known !== null && known.until > now()) return known;
    host.rules = readRules(url);
    // A refusal is not remembered: it is thrown to whoever asked, each time.
    host.rules.catch(() => (host.rules = null));
    return host.rules;
  };

  const readRules = async (url: URL): Promise<Rules> => {
    const address = `${url.origin}/robots.txt`;
    await turn(hostOf(url), usualPause);
    try {
      return rulesIn(address, await get({ url: address, accept: 'text/plain', maxBytes: maxRobotsBytes }), now()); // prettier-ignore
    } catch (error) {
      if (error instanceof RefusedAddressError) throw new RefusedAddressError(url.href, error.reason, { cause: error }); // prettier-ignore
      if (error instanceof InputError && error.cause !== undefined) throw new InputError(url.href, error.reason, { cause: error }); // prettier-ignore
      // RFC 9309 takes one that redirects without end for absent; one that is over the limit is no robots.txt either.
      return { isAllowed: () => true, pause: usualPause, until: now() + robotsAge };
    }
  };

  const beforeHop = async (url: URL): Promise<void> => {
    const host = hostOf(url);
    const rules = await rulesOf(url, host);
    if (!rules.isAllowed(url.href))
      throw new RobotsError(
        url.href,
        'the site asks programs not to read it, or its robots.txt cannot be had.',
      );
    await turn(host, rules.pause);
  };

  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const backOff = usualPause * 2 ** attempt;
      const answer = await get(request, beforeHop).catch((error: unknown) => {
        if (attempt >= tries || !isPassing(error)) throw error;
        return null;
      });
      const wait = answer === null ? backOff : isBusy(answer) ? (retryAfter(answer, now()) ?? backOff) : null;
      if (wait === null || attempt >= tries || wait > longestWait) return answer!;
      await sleep(wait);
    }
  };
}

/** A failure that another try may mend: nothing that was refused, nor a page that is too long. */
function isPassing(error: unknown): boolean {
  return error instanceof InputError && !(error instanceof RefusedAddressError || error instanceof RobotsError) && error.cause !== undefined; // prettier-ignore
}

const isBusy = ({ status }: WebAnswer) => status === 429 || (status >= 502 && status <= 504);

/** Milliseconds that the server asks to wait; null where it asks nothing. @param now for a date as value. */
export function retryAfter({ headers }: WebAnswer, now: number): number | null {
  const value = headers['retry-after'] ?? '';
  if (/^\d{1,9}$/u.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** RFC 9309: where there is none (4xx) all is allowed; where the server is in trouble (5xx) nothing is, for a minute. */
function rulesIn(address: string, { status, bytes }: WebAnswer, now: number): Rules {
  if (status >= 500) return { isAllowed: () => false, pause: usualPause, until: now + 60_000 };
  if (status !== 200) return { isAllowed: () => true, pause: usualPause, until: now + robotsAge };
  const robots = robotsParser(address, Buffer.from(bytes).toString('utf8'));
  const delay = robots.getCrawlDelay(agentToken) ?? 0;
  return {
    isAllowed: (page) => robots.isAllowed(page, agentToken) ?? true,
    pause: Math.min(longestPause, Math.max(usualPause, delay * 1000)),
    until: now + robotsAge,
  };
}
