/** Links reports in memory as the ledger does in its tables, and scores groups by pairs. */
import { linkable, linksOf, type Linkable } from '../../src/link/utterances/group.js';
import { everyKey } from '../../src/link/utterances/keys.js';
import type { Report } from '../../src/link/utterances/traits.js';

/** Groups of reports, as sets of statement ids: what is linked, over any number of steps. */
export function group(reports: readonly Report[]): Map<string, string> {
  const index = new Map<string, Linkable[]>();
  const parent = new Map<string, string>();
  const top = (id: string): string => {
    let at = id;
    while (parent.get(at)! !== at) at = parent.get(at)!;
    return at;
  };
  for (const report of reports) {
    const fresh = linkable(report);
    parent.set(report.statementId, report.statementId);
    const candidates = new Set(everyKey(fresh.asked).flatMap((key) => index.get(key) ?? []));
    for (const { a, b } of linksOf([fresh], [...candidates])) parent.set(top(a), top(b));
    for (const key of new Set(fresh.kept)) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [fresh]);
      else list.push(fresh);
    }
  }
  return new Map([...parent.keys()].map((id) => [id, top(id)]));
}

/** Pairwise figures. */
export interface PairScore {
  readonly precision: number;
  readonly recall: number;
  readonly pairs: number;
  readonly found: number;
}

/** Compares found groups with the true ones over all pairs: of the pairs put together, and of those that belong. */
export function pairScore(found: ReadonlyMap<string, string>, truth: ReadonlyMap<string, string | number>): PairScore {
  const both = new Map<string, number>();
  const ours = new Map<string, number>();
  const theirs = new Map<string | number, number>();
  const count = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const [id, real] of truth) {
    count(both, `${found.get(id)!} ${real}`);
    count(ours, found.get(id)!);
    count(theirs, real);
  }
  const pairs = (map: Map<unknown, number>) => [...map.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const right = pairs(both);
  return { precision: right / Math.max(1, pairs(ours)), recall: right / Math.max(1, pairs(theirs)), pairs: pairs(theirs), found: pairs(ours) };
} // prettier-ignore
