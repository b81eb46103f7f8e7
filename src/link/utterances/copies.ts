import { hash } from './keys.js';
import { words } from '../../text/words.js';

/** Smallest hashes of an article's runs of words, ascending; enough to tell how much two texts share. */
export interface Sketch {
  /** Signed 64-bit integers, as decimal strings. */
  readonly hashes: readonly string[];
  /** What copies are found by: a copy shares at least one of these with its original, almost surely. */
  readonly bands: readonly string[];
}

const runLength = 6;
const size = 64;
const looked = 12;
/** Texts shorter than this have too little to go by. In words. */
const shortest = 40;
/** At or above this share of common runs a text is a copy; agencies' clients cut the end and change the head. */
export const copiedFrom = 0.6;

/**
 * The sketch of an article's text (bottom-k of hashed runs of six words; Cohen and Kaplan 2007); empty for short texts.
 * `bands` are its 12 smallest hashes: of two texts that share 60 % of their runs, one in 10,000 pairs has none in common.
 */
export function sketchOf(text: string): Sketch {
  const list = words(text.slice(0, 100_000)).filter(({ letters }) => letters).map(({ lower }) => lower); // prettier-ignore
  if (list.length < shortest) return { hashes: [], bands: [] };
  const runs = new Set<bigint>();
  for (let i = 0; i + runLength <= list.length; i++) runs.add(BigInt(hash(list.slice(i, i + runLength).join(' ')))); // prettier-ignore
  const hashes = [...runs].sort(ascending).slice(0, size).map(String);
  return { hashes, bands: hashes.slice(0, looked) };
}

/** Share of runs in common, estimated, in [0, 1]: of the smallest hashes of both together, those in both. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const inA = new Set(a);
  const inB = new Set(b);
  const both = [...new Set([...a, ...b])].map(BigInt).sort(ascending).slice(0, size).map(String); // prettier-ignore
  return both.length === 0 ? 0 : both.filter((h) => inA.has(h) && inB.has(h)).length / both.length;
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
