/**
 * Reporting words: verbs of speech, writing, belief, intention and feeling, as data.
 * Patterns of use: q quotation or colon, c clause ("said the sky fell"), t clause only after "that",
 * w addressee first ("told reporters that"), i infinitive ("vowed to"), n noun object ("criticized the plan"),
 * o "for … -ing"/"of" after an object ("accused X of Y"); p:… prepositions ("called for").
 */
const table = `
say q c p:of
tell q c w
state q c
add q c
note q c
stress q c
deny q c n
claim q c
assert q c
declare q c n
announce q c n
report q c
write q c
tweet q c
post q
ask q w p:about
reply q c
respond q c p:to
answer q c
argue q c p:for,against
suggest q c
explain q c
insist q c p:on
maintain q c
contend q c
allege q c
acknowledge q c n
admit q c p:to
concede q c
confirm q c n
emphasize q c n
emphasise q c n
underline q c n
underscore q t n
reiterate q c n
repeat q c n
remark q c
comment q p:on
observe q c
mention q t n
recall q c n
remind q w
warn q c w p:of,about,against
caution q c w p:against
predict q c n
forecast c n
promise q c i n
pledge q c i n
vow q c i n
swear q c i
threaten i n
assure q w
guarantee t n
reassure q w
inform w
notify w
brief w
convince w
persuade w
advise q w c
testify q c
quip q
joke q c p:about
muse q c
lament q c n
complain q c p:about,of
boast q c p:about,of
brag q c p:about,of
continue q
conclude q c
shout q
yell q
scream q
chant q
cry q
exclaim q
whisper q
mutter q
counter q c
retort q
shoot-back q
fire-back q
interject q
opine q c
recount q c n
reveal q c n
disclose q c n
indicate q c n
hint q c p:at
imply q c n
signal q c n
proclaim q c n
posit q c
point-out q c
find c
show c
estimate c
calculate c
determine c
discover c
learn c
rule c p:that
speculate q c p:about
theorize q c
believe c p:in
think c
feel t
know t
hope c i p:for
fear c n
worry c p:about
expect c i n
assume c
suspect c
doubt c n
agree q c i p:with,on
disagree q p:with,on
realize t
recognise t
recognize t
understand t
consider n
view n
regard n
see t
want n i
wish i p:for
prefer n i
plan i
intend i
seek i n
aim i
decide c i p:against
refuse i
decline i
offer i
propose q c n i
demand q c n i
urge q w n
request q n
recommend q t n
call q n
call-for n
call-on n
call-upon n
describe n
characterize n
portray n
depict n
label n
brand n
dub n
criticize q n
criticise q n
condemn q n
denounce q n
slam q n
blast q n
bash n
rip n
attack n
assail n
decry q n
deride n
mock n
ridicule n
rebuke n
chide q n
scold q n
berate n
blame n
accuse n
fault n
praise q n
applaud n
commend n
hail n
laud n
tout n
thank q n
congratulate q n
welcome q n
endorse n
support n
back n
favor n
favour n
defend n
oppose n
reject q n
dismiss q n
dispute c n
refute n
rebut n
question n
challenge n
cite n
quote n
refer-to n
point-to n
allude-to n
talk-about n
speak-about n
speak-of n
discuss n
address n
outline n
highlight n
detail n
express n
voice n
invoke n
echo n
appear i
seem i
order n
encourage n
ask-for n
apologize p:for
regret c n
object p:to
protest q c p:against
vent q
rail p:against
lash-out p:at
push-for n
advocate n p:for
appeal p:for
forbid n
love n
like n
hate n
`;

export type Use = 'q' | 'c' | 't' | 'w' | 'i' | 'n';

/** One reporting verb. */
export interface CueVerb {
  /** "say"; a verb with its particle is joined by a hyphen ("call-for"). */
  readonly lemma: string;
  readonly uses: ReadonlySet<Use>;
  /** Prepositions that may lead to the content ("warned of …"). */
  readonly prepositions: readonly string[];
}

/** The form a verb has in the text. */
export type Form = 'base' | 'present' | 'past' | 'participle' | 'ing';

const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'], tell: ['told', 'told'], write: ['wrote', 'written'], find: ['found', 'found'],
  show: ['showed', 'shown'], think: ['thought', 'thought'], feel: ['felt', 'felt'], know: ['knew', 'known'],
  understand: ['understood', 'understood'], see: ['saw', 'seen'], seek: ['sought', 'sought'],
  swear: ['swore', 'sworn'], forbid: ['forbade', 'forbidden'], shoot: ['shot', 'shot'], speak: ['spoke', 'spoken'],
  forecast: ['forecast', 'forecast'],
}; // prettier-ignore
const doubled = new Set(['admit', 'slam', 'plan', 'rip', 'brag', 'quip', 'dub', 'refer']);

/** The inflected words of a verb, with their forms. */
export function inflections(verb: string): [word: string, form: Form][] {
  const stem = doubled.has(verb) ? verb + verb.at(-1)! : verb;
  const mute = /[^aeiouy]e$|[ui]e$/u.test(verb) && verb !== 'see' && verb !== 'agree';
  const yEnding = /[^aeiou]y$/u.test(verb);
  const present = yEnding
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|sh|ch|x|z)$/u.test(verb)
      ? `${verb}es`
      : `${verb}s`;
  const regular = verb.endsWith('e') ? `${verb}d` : yEnding ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  const [past, participle] = irregular[verb] ?? [regular, regular];
  const ing = mute ? `${verb.slice(0, -1)}ing` : `${stem}ing`;
  const forms: [string, Form][] = [[verb, 'base'], [present, 'present'], [past, 'past'], [ing, 'ing']]; // prettier-ignore
  if (participle !== past) forms.push([participle, 'participle']);
  return forms;
}

/** All reporting verbs, in the order of the table. */
export const cueVerbs: readonly CueVerb[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [lemma = '', ...uses] = line.split(' ');
    const prepositions = uses.filter((use) => use.startsWith('p:')).flatMap((use) => use.slice(2).split(','));
    return { lemma, uses: new Set(uses.filter((use) => use.length === 1) as Use[]), prepositions };
  });

export interface CueForm {
  readonly verb: CueVerb;
  readonly form: Form;
  /** The particle that must follow ("for" of "call-for"); null for a plain verb. */
  readonly particle: string | null;
}

/** Reporting verbs by inflected word, lower case; verbs with particles come first. */
export const cueForms: ReadonlyMap<string, readonly CueForm[]> = byWord();

function byWord(): Map<string, CueForm[]> {
  const found = new Map<string, CueForm[]>();
  for (const verb of cueVerbs) {
    const [head = '', ...particle] = verb.lemma.split('-');
    for (const [word, form] of inflections(head)) {
      const entry = { verb, form, particle: particle.length > 0 ? particle.join('-') : null };
      const entries = found.get(word) ?? [];
      if (entry.particle === null) entries.push(entry);
      else entries.unshift(entry);
      found.set(word, entries);
    }
  }
  return found;
}

/** Nouns that attribute ("the statement that …", "in a statement", "according to"), by lemma. */
export const cueNouns: readonly string[] =
  'statement claim announcement suggestion allegation accusation assertion remark comment report promise pledge vow warning belief hope fear view opinion argument idea contention insistence admission prediction denial demand call plea request threat criticism praise concern doubt'.split(
    ' ',
  );

/** Phrases that attribute without a verb. */
export const cuePhrases: readonly string[] = [
  'according to',
  'in the words of',
  'in the view of',
  'in the opinion of',
];

/**
 * The lemma of a cue as it stands in the text: "has repeatedly said" → "say", "according to" → "according to".
 * The last reporting verb counts ("was asked" → "ask", "went on to say" → "say").
 * @param cue words of the cue spans, joined by a space.
 * @returns null when no known reporting word is in it.
 */
export function lemmaOfCue(cue: string): string | null {
  const list = (cue
    .slice(0, 400)
    .toLowerCase()
    .match(/[\p{L}]+/gu) ?? []) as string[];
  const joined = list.join(' ');
  const phrase = cuePhrases.find((entry) => joined.startsWith(entry));
  if (phrase !== undefined) return phrase;
  for (let i = list.length - 1; i >= 0; i--) {
    const entries = cueForms.get(list[i]!) ?? [];
    const exact = entries.find((entry) => entry.particle !== null && entry.particle === list[i + 1]);
    const plain = exact ?? entries.find((entry) => entry.particle === null);
    if (plain !== undefined) return plain.verb.lemma.replaceAll('-', ' ');
  }
  return (
    list
      .map((word) => (word.endsWith('s') ? word.slice(0, -1) : word))
      .find((word) => cueNouns.includes(word)) ?? null
  );
}
