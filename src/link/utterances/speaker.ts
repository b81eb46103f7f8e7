/** How two names as told go together. */
export type NameMatch = 'same' | 'part' | 'variant' | 'unnamed' | 'other';

/**
 * Compares two speakers by the words of their names. `part`: all words of one are in the other ("Toval", "Marek Toval").
 * `variant`: an initial for a first name, or another spelling of one name ("Gagloev", "Gagloyev"). `unnamed`: at least one
 * of them is not named. `other`: two speakers, whatever they said.
 */
export function matchNames(a: readonly string[], b: readonly string[]): NameMatch {
  if (a.length === 0 || b.length === 0) return 'unnamed';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.every((word) => long.includes(word))) {
    if (short.length === long.length) return 'same';
    // "Castellan" may be anyone's first or middle word; a person goes by the last.
    return short.at(-1) === long.at(-1) ? 'part' : 'other';
  }
  const last = [a.at(-1)!, b.at(-1)!] as const;
  if (skeleton(last[0]) !== skeleton(last[1])) return 'other';
  if (a.length === 1 || b.length === 1) return last[0] === last[1] ? 'part' : 'variant';
  const [first, second] = [a[0]!, b[0]!];
  const fits = first === second || (initial(first, second) && last[0] === last[1]) || skeleton(first) === skeleton(second); // prettier-ignore
  return fits ? 'variant' : 'other';
}

function initial(a: string, b: string): boolean {
  return (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/**
 * A word without what transliterations differ in: vowels after the first letter, y, j, h, doubled letters, and c/k, v/w,
 * x/ks, z/s.
 */
export function skeleton(word: string): string {
  const plain = word.replace(/x/gu, 'ks').replace(/[cq]/gu, 'k').replace(/w/gu, 'v').replace(/z/gu, 's');
  return `${plain.charAt(0)}${plain.slice(1).replace(/[aeiouyjh]/gu, '')}`.replace(/(.)\1+/gu, '$1');
}
