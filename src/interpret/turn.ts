import type { Attribution } from '../terms/attribution.js';

/** An answer in a printed interview ("Name: words"): said to the outlet that prints it. */
export function isTurn(text: string, { cue, source }: Pick<Attribution, 'cue' | 'source'>): boolean {
  const at = source[0]?.[0] ?? -1;
  return cue.length === 1 && text.slice(...cue[0]!) === ':' && (at === 0 || text.charAt(at - 1) === '\n');
}
