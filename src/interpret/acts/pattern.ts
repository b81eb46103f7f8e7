/**
 * Word patterns of the acts, for people to read and extend. Words stand in lower case, parted by blanks:
 *
 * - `a|b` one of the words; `word*` the word with any ending; `(a|b)` one of them or nothing; `!a|b` any other word;
 * - `+` one word of any kind; `…` up to five of any kind, `…9` up to nine, or none;
 * - `^` at the start, `$` at the end of the text.
 *
 * Texts are brought into plain form first ({@link plain}): "won't" is "will not", quotation marks are gone.
 */
export function compile(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.map((pattern) => `(?:${source(pattern)})`).join('|'), 'u');
}

function source(pattern: string): string {
  const body = pattern.replace(/^\^|\$$/gu, '').trim().split(/\s+/u).map(sourceOfWord).join(''); // prettier-ignore
  return `${pattern.startsWith('^') ? '^' : '(?<= |^)'}${body}${pattern.endsWith('$') ? '$' : ''}`;
}

function sourceOfWord(word: string): string {
  const gap = /^…(\d*)$/u.exec(word);
  if (gap !== null) return `(?:[^ ]+ ){0,${gap[1] === '' ? '5' : gap[1]}}?`;
  if (word === '+') return '[^ ]+ ';
  if (word.startsWith('!')) return `(?!${choice(word.slice(1))})[^ ]+ `;
  const optional = /^\((.+)\)$/u.exec(word)?.[1];
  return optional === undefined ? choice(word) : `(?:${choice(optional)})?`;
}

function choice(words: string): string {
  return `(?:${words.replaceAll('*', "[\\p{L}'-]*")}) `;
}

/**
 * Brings words into the form that the patterns match: lower case, full forms for contractions, no quotation marks, each
 * word and comma followed by one blank.
 */
export function plain(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/,[”"»](?=\s)/gu, ' . ')
    .replace(/[“”"«»‘()[\]]|(?<=\s|^)'|'(?=\s|$|[,.])/gu, ' ')
    .replace(/\b(mr|mrs|ms|dr|sen|gov|gen|rep|u\.s|u\.n)\./gu, '$1')
    .replace(/\bwon't\b/gu, 'will not')
    .replace(/\b(?:can't|cannot)\b/gu, 'can not')
    .replace(/n't\b/gu, ' not')
    .replace(/'ll\b/gu, ' will')
    .replace(/'re\b/gu, ' are')
    .replace(/'m\b/gu, ' am')
    .replace(/'ve\b/gu, ' have')
    .replace(/\b(it|he|she|that|there|who|what)'s\b/gu, '$1 is')
    .replace(/([,;:.!?…])/gu, ' $1 ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:, )?that /u, '');
  return words === '' ? '' : `${words} `;
}
