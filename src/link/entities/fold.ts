import anyAscii from 'any-ascii';

/**
 * A name in plain small Latin letters: any script and any diacritic becomes its nearest ASCII spelling (any-ascii),
 * apostrophes and hyphens close up, other marks become a space. Full stops stay, since they tell initials.
 */
export function fold(text: string): string {
  return anyAscii(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['`"-]/gu, '')
    .replace(/[^a-z0-9.,]+/gu, ' ')
    .trim();
}

/**
 * What the usual romanisations of one name share: Gagloev, Gagloyev and Gagloiev give the same. Coarse on purpose, and
 * never enough alone for two people of one name.
 * @param word one folded word, without full stops.
 */
export function spellingOf(word: string): string {
  return rules.reduce((spelt, [from, to]) => spelt.replace(from, to), word);
}

// Longest first: each rule sees what those before it left.
const rules: readonly (readonly [RegExp, string])[] = [
  // Shcha, che, tse, sha, zhe, kha and their neighbours, as English, French, German, Polish and Turkish write them.
  [/schtsch|shch|chtch|szcz|stsch/gu, 's'],
  [/tsch|tch|tsh|cz|ch|ts|tz/gu, 'c'],
  [/dzh|dsch|dj|zh|zs|dz|ds(?=[aeiou])/gu, 'z'],
  [/sch|sh|sz/gu, 's'],
  [/kh/gu, 'h'],
  [/gh/gu, 'g'],
  [/gu(?=[ei])/gu, 'g'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/ck|q/gu, 'k'],
  [/x/gu, 'ks'],
  [/w/gu, 'v'],
  [/(?<=[aeiouy])ff?$/gu, 'v'],
  [/ou|oo/gu, 'u'],
  // Short i, soft signs and iotated vowels: y, j, i and nothing.
  [/[yj]/gu, 'i'],
  [/i+(?=[aeou])/gu, 'i'],
  [/i?e/gu, 'e'],
  [/oe/gu, 'o'],
  [/ue/gu, 'u'],
  [/ae/gu, 'a'],
  [/(?<=[aeiou])h$/gu, ''],
  [/(.)\1+/gu, '$1'],
];
