import { diffArrays } from 'diff';

/** Words of two texts and how many of them stand in both, in the same order. */
export interface TextTally {
  readonly expected: number;
  readonly found: number;
  readonly common: number;
}

const wordsOf = (text: string) => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word.toLowerCase());

/** Compares a found text with the expected one, word by word, capitals aside. */
export function tally(expected: string, found: string): TextTally {
  const [a, b] = [wordsOf(expected), wordsOf(found)];
  const common = diffArrays(a, b).reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length), 0); // prettier-ignore
  return { expected: a.length, found: b.length, common };
}

/** Precision, recall and F1 over all words of several texts; 1 where there are none. */
export function scores(tallies: readonly TextTally[]): { precision: number; recall: number; f1: number } {
  const sum = (key: keyof TextTally) => tallies.reduce((total, one) => total + one[key], 0);
  const share = (n: number, of: number) => (of === 0 ? 1 : n / of);
  const [precision, recall] = [share(sum('common'), sum('found')), share(sum('common'), sum('expected'))];
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }; // prettier-ignore
}
