/** Part of an article that the model sees at once, in units. */
export interface Window {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  /** Units `[low, high)` whose cues this window decides: those nearer its middle than its neighbours'. */
  readonly low: number;
  readonly high: number;
}

/**
 * Overlapping windows over units.
 * @param lengths pieces of each unit.
 * @param size most pieces a window, the two marks of its ends included.
 * @param stride pieces from one window's start to the next's.
 */
export function windowsOver(lengths: readonly number[], size: number, stride: number): Window[] {
  const cuts: { first: number; end: number }[] = [];
  let first = 0;
  while (first < lengths.length) {
    let end = first;
    for (let used = 0; end < lengths.length && (end === first || used + lengths[end]! <= size - 2); end++)
      used += lengths[end]!;
    cuts.push({ first, end });
    if (end >= lengths.length) break;
    for (let step = 0; first < end && step < stride; first++) step += lengths[first]!;
  }
  const seam = (i: number) => Math.floor((cuts[i]!.end + cuts[i + 1]!.first) / 2);
  return cuts.map((cut, i) => ({
    ...cut,
    low: i === 0 ? cut.first : seam(i - 1),
    high: i === cuts.length - 1 ? cut.end : seam(i),
  }));
}
