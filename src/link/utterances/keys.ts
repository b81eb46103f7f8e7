import { createHash } from 'node:crypto';
import { skeleton } from './speaker.js';
import type { Traits } from './traits.js';

/** Reports of one utterance lie at most so many days apart. */
export const windowDays = 8;
const bucketDays = 2 * windowDays;
/** So many of the most telling stems are looked up. */
const stemsLookedUp = 6;
/** Of these, so many with the speaker's entity too, for speakers whose names have nothing in common. */
const stemsOfEntity = 3;
/** Runs of so many words are hashed for verbatim copies; of each so many neighbouring runs at least one is kept. */
const shingle = 5;
const winnow = 4;

/** What a report is found by. Two reports are compared where one's `asked` and the other's `kept` share a key. */
export interface Keys {
  /** Stored with the report. Signed 64-bit integers, as decimal strings. */
  readonly kept: readonly string[];
  /** Looked for: as `kept`, in the neighbouring stretch of days too. */
  readonly asked: readonly string[];
}

/**
 * The keys of a report: a speaker's last name, and the entity where it is known, with each of the most telling stems, by stretches of 16 days; and runs of
 * five words whoever speaks, chosen by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003), so that any eight words
 * in common are found. How many reports a lookup meets depends on how much is told in a fortnight, not on how much the
 * ledger holds.
 */
export function keysOf(traits: Traits): Keys {
  const { day, entity } = traits.report;
  const stretch = Math.floor(day / bucketDays);
  const half = day - stretch * bucketDays < windowDays ? -1 : 1;
  const who = skeleton(traits.name.at(-1) ?? '');
  const stems = [...traits.stems].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, stemsLookedUp); // prettier-ignore
  const runs = winnowed(traits.run);
  const at = (when: number) => [
    ...stems.map(([stem]) => hash(`${who} ${stem} ${when}`)),
    ...(entity === undefined
      ? []
      : stems.slice(0, stemsOfEntity).map(([stem]) => hash(`${entity} ${stem} ${when}`))),
    ...runs.map((run) => hash(`${run} ${when}`)),
  ];
  const kept = at(stretch);
  return { kept, asked: [...kept, ...at(stretch + half)] };
}

/** Of each four neighbouring runs of five words the one with the smallest hash; none for shorter texts. */
function winnowed(run: readonly string[]): string[] {
  const runs = [];
  for (let i = 0; i + shingle <= run.length; i++) runs.push(hash(run.slice(i, i + shingle).join(' ')));
  const chosen = new Set<string>();
  for (let i = 0; i === 0 || i + winnow <= runs.length; i++) {
    const near = runs.slice(i, i + winnow);
    if (near.length > 0) chosen.add(near.reduce((a, b) => (a < b ? a : b)));
  }
  return [...chosen];
}

/** 64 bits, signed, as PostgreSQL's bigint. */
export function hash(text: string): string {
  return createHash('sha1').update(text).digest().readBigInt64BE(0).toString();
}
