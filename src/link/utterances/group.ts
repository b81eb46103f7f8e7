import { keysOf, sharesEnough, type Asked, type Keys } from './keys.js';
import { linkedFrom, score } from './score.js';
import { traitsOf, type Report, type Traits } from './traits.js';

/** What is kept with each link: another version may link otherwise. */
export const linker = 'words/1';

/** Two statements that report one utterance. */
export interface Link {
  readonly a: string;
  readonly b: string;
  /** In [0, 1]. */
  readonly score: number;
}

/** A report with what compares it and what finds it. */
export interface Linkable extends Traits, Keys {}
/** A report on record, with what it is found by. */
export type Candidate = Omit<Linkable, 'asked'>;

/** Prepares a report. */
export function linkable(report: Report): Linkable {
  const traits = traitsOf(report);
  return { ...traits, ...keysOf(traits) };
}

/**
 * Links of new reports with the candidates and among themselves, best first. Whether two are linked rests on the two alone,
 * so the groups are the same in whichever order articles come in.
 */
export function linksOf(fresh: readonly Linkable[], candidates: readonly Candidate[]): Link[] {
  const found: Link[] = [];
  const compare = (a: Candidate, b: Candidate): void => {
    const sure = score(a, b);
    if (sure >= linkedFrom) found.push({ a: a.report.statementId, b: b.report.statementId, score: sure });
  };
  const asking = askedBy(fresh);
  for (const b of candidates) for (const i of worthComparing(fresh, asking, b)) compare(fresh[i]!, b);
  fresh.forEach((b, j) => {
    for (const i of worthComparing(fresh, asking, b)) if (i < j) compare(fresh[i]!, b);
  });
  return found.sort((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1));
}

type Kind = keyof Asked;
type Asking = ReadonlyMap<string, readonly (readonly [report: number, kind: Kind])[]>;

/** Which reports ask for a key, by key. */
function askedBy(fresh: readonly Linkable[]): Asking {
  const asking = new Map<string, [number, Kind][]>();
  fresh.forEach(({ asked }, i) => {
    for (const kind of ['name', 'entity', 'run'] as const)
      for (const key of new Set(asked[kind])) {
        const list = asking.get(key);
        if (list === undefined) asking.set(key, [[i, kind]]);
        else list.push([i, kind]);
      }
  });
  return asking;
}

/** Those of the new reports, by their numbers, that share enough keys with a candidate. */
function worthComparing(fresh: readonly Linkable[], asking: Asking, candidate: Candidate): number[] {
  const shared = new Map<number, Record<Kind, number>>();
  for (const key of candidate.kept)
    for (const [i, kind] of asking.get(key) ?? []) {
      const counts = shared.get(i) ?? { name: 0, entity: 0, run: 0 };
      counts[kind]++;
      shared.set(i, counts);
    }
  const stems = candidate.stems.size;
  return [...shared].flatMap(([i, counts]) => (sharesEnough(counts, Math.min(stems, fresh[i]!.stems.size)) ? [i] : [])); // prettier-ignore
}
