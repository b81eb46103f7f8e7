import { OnrecordError } from '../terms/error.js';

/** Exit codes, the same for every command. */
export const exit = {
  /** All was done. */
  ok: 0,
  /** Some inputs failed; the rest was done. */
  failed: 1,
  /** The command was not understood, or cannot run at all. */
  usage: 2,
} as const;

/** What a person is told of an error: its message where it was made for people, else that and the class. */
export function explain(error: unknown): string {
  if (error instanceof OnrecordError) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
