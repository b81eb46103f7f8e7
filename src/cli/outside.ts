import { setTimeout } from 'node:timers/promises';
import { createGet, type Get } from '../read/fetch.js';
import { createPoliteGet } from '../read/polite.js';

/** What commands have of the world outside. Passed in, so that tests bring a web and a time of their own. */
export interface Outside {
  /** @param contact told to the servers asked. */
  readonly get: (contact?: string) => Get;
  /** Waits, in milliseconds, or until it is told to stop waiting. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The web as it is, asked politely, public addresses alone. */
export const realOutside: Outside = {
  get: (contact) => createPoliteGet(createGet({ contact })),
  // An abort ends the pause early, which is no failure.
  pause: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
};
