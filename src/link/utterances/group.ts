import { keysOf, type Keys } from './keys.js';
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
  fresh.forEach((a, i) => {
    const asked = new Set(a.asked);
    for (const b of candidates) if (b.kept.some((key) => asked.has(key))) compare(a, b);
    for (const b of fresh.slice(i + 1)) if (b.kept.some((key) => asked.has(key))) compare(a, b);
  });
  return found.sort((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1));
}
