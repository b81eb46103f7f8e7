/** Cues of the rule engine, as data. Lemmas are in American spelling; British forms are made from them. */

/** Take a quotation or a that-clause: their content is whatever clause follows. */
const clauseVerbs = `
say tell state add note stress emphasize underline underscore claim assert insist maintain argue contend declare
announce report reveal disclose explain admit acknowledge concede confirm deny warn caution promise vow pledge predict
believe think suspect doubt fear hope expect feel know realize suggest hint imply indicate signal observe remark comment
reply respond answer retort counter reiterate repeat recall remember conclude estimate agree complain joke quip write
tweet post read boast brag swear testify allege charge assure inform remind forecast speculate wonder ask
advise recommend demand urge propose mention continue muse recount relate reckon worry regret lament rule
`;

/** Take a noun phrase or an infinitive as their content. */
const phraseVerbs = `
reject dismiss condemn criticize praise welcome support oppose endorse denounce blast slam accuse blame call describe
refuse decline address want plan intend seek threaten offer refute dispute question mock hail congratulate thank withdraw apologize
`;

const irregular: Readonly<Record<string, string>> = {
  said: 'say', told: 'tell', wrote: 'write', written: 'write', thought: 'think', felt: 'feel', knew: 'know', known: 'know',
  swore: 'swear', sworn: 'swear', sought: 'seek', withdrew: 'withdraw',
}; // prettier-ignore

/** Phrases that attribute before a noun phrase. */
export const cuePhrases: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['in', 'the', 'opinion', 'of'],
];

const split = (list: string) => list.trim().split(/\s+/u);
const clauseLemmas = new Set(split(clauseVerbs));
const forms = new Map(
  [...clauseLemmas, ...split(phraseVerbs)].flatMap((lemma) =>
    inflections(lemma).map((form) => [form, lemma]),
  ),
);
for (const [form, lemma] of Object.entries(irregular)) forms.set(form, lemma);

function inflections(lemma: string): string[] {
  return lemma.endsWith('ize') ? [...regular(lemma), ...regular(`${lemma.slice(0, -3)}ise`)] : regular(lemma);
}

function regular(word: string): string[] {
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`];
  if (/[^aeiou]y$/u.test(word))
    return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`];
  const stem = /^(?:quip|brag|plan)$/u.test(word) ? word + word.at(-1)! : word;
  return [word, /(?:s|sh|ch|x)$/u.test(word) ? `${word}es` : `${word}s`, `${stem}ed`, `${stem}ing`];
}

/** Lemma of a cue verb's form, in lower case; null when it is none. */
export function lemmaOfCue(form: string): string | null {
  return forms.get(form) ?? null;
}

/** True when the verb takes a clause or a quotation, rather than a noun phrase. */
export function takesClause(lemma: string): boolean {
  return clauseLemmas.has(lemma);
}
