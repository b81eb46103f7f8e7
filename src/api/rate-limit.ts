import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problem } from './problem.js';

/** How much one client may ask. */
export interface RateLimits {
  /** Requests a minute from one address; 6,000 by default. */
  readonly requestsPerMinute: number;
  /** Analyses a minute from one address; each takes the engine about a second. 60 by default. */
  readonly analysesPerMinute: number;
}

export const defaultRateLimits: RateLimits = { requestsPerMinute: 6000, analysesPerMinute: 60 };

/**
 * Counts the requests of each client in a window of one minute, and answers 429 beyond the limit. `RateLimit-*` headers
 * tell what is left.
 * @param clientOf name of who asks; the same for all requests of one client.
 */
export function rateLimit(points: number, clientOf: (c: Context) => string): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return async (c, next) => {
    const result = await limiter.consume(clientOf(c)).catch((error: unknown) => {
      // The library refuses by throwing the count.
      if (error instanceof RateLimiterRes) return error;
      throw error;
    });
    const seconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
    const headers = {
      'ratelimit-limit': String(points),
      'ratelimit-remaining': String(result.remainingPoints),
      'ratelimit-reset': String(seconds),
    };
    if (result.consumedPoints > points) {
      return problem(429, `More than ${points} requests in a minute. Come back in ${seconds} s.`, {
        headers: { ...headers, 'retry-after': String(seconds) },
      });
    }
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    return undefined;
  };
}
