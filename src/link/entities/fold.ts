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
  const plain = german.test(word) ? germanRules.reduce(replace, word) : word;
  return rules.reduce(replace, plain);
}

const replace = (spelt: string, [from, to]: Rule): string => spelt.replace(from, to);

/**
 * The consonants of a spelling, those that romanisations take for each other as one: what is the same in "Kharatishvili"
 * and "Charatischwili". Vowels count at the start only.
 */
export function soundsOf(spelling: string): string {
  const consonants = spelling.slice(0, 1) + spelling.slice(1).replace(/[aeiou]/gu, '');
  return consonants.replace(/[cz]/gu, 's').replace(/[gh]/gu, 'k').replace(/[fbw]/gu, 'v').replace(/d/gu, 't').replace(/(.)\1+/gu, '$1'); // prettier-ignore
}

type Rule = readonly [from: RegExp, to: string];

/** "Schewtschenko", "Iwanziw": spelt as German or Polish does, where ch is kh and z is ts. */
const german = /sch|w/u;
const germanRules: readonly Rule[] = [
  [/(?<!s)ch/gu, 'kh'],
  [/(?<!d|t|s)z(?!h)/gu, 'ts'],
];

// Longest first: each rule sees what those before it left.
const rules: readonly Rule[] = [
  // Shcha, che, tse, sha, zhe, kha and their neighbours, as English, French, German, Polish and Turkish write them.
  [/schtsch|shch|chtch|szcz|stsch/gu, 's'],
  [/tsch|tch|tsh|cz|ch|ts|tz/gu, 'c'],
  // The Georgian ending -dze.
  [/(?<=[aeiou])je$/gu, 'ze'],
  [/dzh|dsch|dj|zh|zs|dz|ds(?=[aeiou])/gu, 'z'],
  [/sch|sh|sz/gu, 's'],
  [/kh/gu, 'h'],
  [/gh/gu, 'g'],
  [/gu(?=[ei])/gu, 'g'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/ck|q/gu, 'k'],
  // Alexander, Maxim, Oxana; else the x that scholars write for kh (Orexov).
  [/(?<=ale|^ma|^o|^ro|^feli|^a(?=xel))x|^x(?=en)/gu, 'ks'],
  [/x/gu, 'h'],
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
