const small = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '); // prettier-ignore
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Numbers as words, lower-case, and as digits; compounds such as "twenty-one" are not among them. */
export const numerals: ReadonlyMap<string, string> = new Map([
  ...small.map((word, i) => [word, String(i + 1)] as const),
  ...tens.map((word, i) => [word, String(10 * (i + 2))] as const),
]);
