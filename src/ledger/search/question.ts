/** One thing asked of the words: a word, a phrase or the beginning of a word. */
export interface Term {
  /** Without its marks; may be hostile. */
  readonly text: string;
  readonly is: 'word' | 'phrase' | 'prefix';
  /** True where the statement must not have it. */
  readonly excluded: boolean;
}

/** Terms of which one must fit; a question is a list of these, all of which must. An excluded term stands alone. */
export type Alternatives = readonly Term[];

/** More terms than this are left out: a question is typed by a person. */
export const mostTerms = 32;

const pattern = /(-?)(?:"([^"]*)"?|“([^”]*)”?|([^\s"“]+))/gu;

/**
 * Reads what a person types: `word`, `"a phrase"`, `-without`, `-"without this phrase"`, `begin*`, `one or other`.
 * What cannot be read is taken as words; nothing is an error.
 */
export function readQuestion(typed: string): Alternatives[] {
  const found: Term[][] = [];
  let joins = false;
  for (const [, minus, straight, curly, bare] of typed.matchAll(pattern)) {
    if (found.length >= mostTerms) break;
    const term = termOf(straight ?? curly, bare, minus === '-');
    if (term === null) continue;
    if (term.is === 'word' && !term.excluded && term.text.toLowerCase() === 'or') {
      joins = found.length > 0;
      continue;
    }
    const before = found.at(-1);
    if (joins && !term.excluded && before?.[0]?.excluded === false) before.push(term);
    else found.push([term]);
    joins = false;
  }
  return found;
}

function termOf(quoted: string | undefined, bare: string | undefined, excluded: boolean): Term | null {
  const raw = quoted ?? bare ?? '';
  const prefix = quoted === undefined && /[\p{L}\p{N}]\*$/u.test(raw);
  const text = (prefix ? raw.slice(0, -1) : raw).trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  return { text, is: prefix ? 'prefix' : quoted === undefined ? 'word' : 'phrase', excluded };
}

/** What a question asks by meaning: its words without marks, and what must not stand there, to be read as a question again. */
export function meaningOf(typed: string): { readonly text: string; readonly without: string } {
  const terms = readQuestion(typed).flat();
  return {
    text: terms.filter(({ excluded }) => !excluded).map(({ text }) => text).join(' '),
    without: terms.filter(({ excluded }) => excluded).map(({ text }) => `-"${text}"`).join(' '),
  }; // prettier-ignore
}
