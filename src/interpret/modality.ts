import type { positionSchema, relationSchema } from '../terms/record.js';
import type { Act } from '../terms/vocabulary.js';
import type { z } from 'zod';
import type { Proposition } from './proposition.js';
import type { Token } from './tokens.js';
import { condition, favouring, lifting, notNow, opposing, refusing, stayingOpen, undecided, weighing } from './words/stance-words.js'; // prettier-ignore

export type Stance = z.infer<typeof positionSchema>['stance'];
export type Polarity = z.infer<typeof relationSchema>['polarity'];

const clauseStart = /^(?:that|which|who|because|although|but|while|;|:)$/;
const negation =
  /\b(?:not|n't|never|no longer|neither|nor|cannot|without|no (?:wish|desire|interest|need))\b/;

/** Lower-case words of a proposition's own clause before its trigger, and of its whole sentence. */
export interface Around {
  readonly before: string;
  /** What stands before the proposition's explicit subject: whose wish or plan it is, where the subject is another. */
  readonly lead: string;
  /** The same without the cue's words. */
  readonly opening: string;
  /** How many characters of `before` are the cue's. */
  readonly cueLength: number;
  readonly after: string;
  /** The verb's own group: what stands between its subject and it, without asides and verbs coordinated with it. */
  readonly group: string;
  readonly sentence: string;
}

/**
 * @param low first token that may be looked at, @param high the first that may not: the statement's content, so that
 * the outlet's own words around it are never taken for the speaker's.
 * @param cue what the statement's cue says, where it stands before the content: "ruled out" joining.
 */
export function around(
  tokens: readonly Token[],
  { trigger, from, to, subjects, side }: Proposition,
  low: number,
  high: number,
  cue = '',
): Around {
  const { sentence } = tokens[trigger]!;
  let start = trigger;
  while (start > low && tokens[start - 1]!.sentence === sentence) start--;
  let end = to;
  while (end < high && tokens[end]!.sentence === sentence) end++;
  let clause = trigger;
  while (clause > start && trigger - clause < 25 && !clauseStart.test(tokens[clause - 1]!.low)) clause--;
  const words = (from: number, until: number) => tokens.slice(from, until).map((t) => t.low).join(' ').replace(/ n't\b/g, " n't"); // prettier-ignore
  let group = subjects.length > 0 || side ? Math.max(clause, from) : clause;
  for (let i = trigger - 1; i > group; i--)
    if (/^(?:,|and|but|or|which|who)$/.test(tokens[i]!.low)) group = i + 1;
  const { low: form, lemma } = tokens[trigger]!;
  // "will leave the Union and join the Compact": a bare form shares the auxiliary of the verb before it.
  const shares =
    group === trigger && form === lemma && /^(?:and|or|but)$/.test(tokens[trigger - 1]?.low ?? '');
  const opens = cue !== '' && start === low;
  const led = (from: number, until: number): string => (opens ? `${cue} ${words(from, until)}`.trim() : words(from, until)); // prettier-ignore
  // "is not part of"
  const denied = lemma === 'be' && /^(?:not|n't|no)$/.test(tokens[trigger + 1]?.low ?? '') ? ' not' : '';
  return {
    group: (shares || (opens && group === start) ? led(clause, trigger) : words(group, trigger)) + denied,
    before: clause === start ? led(clause, trigger) : words(clause, trigger),
    lead: led(start, Math.max(start, from)),
    opening: words(start, Math.max(start, from)),
    cueLength: opens && clause === start ? cue.length : 0,
    after: words(to, end),
    sentence: words(start, end),
  };
}

const prospect =
  /\b(?:will|would|'ll|shall|may|might|could|going to|plans? to|planned to|prepared to|ready to|set to|about to|expected to|intends? to|agreed to|promised to|vowed to|pledged to|due to|prospects?|wants? to|hopes? to|aims? to|willing to|preparing to|next)\b/;
const refusal =
  /\b(?:refus(?:e|es|ed|ing) to|declin(?:e|es|ed) to|fail(?:s|ed)? to|rul(?:e|es|ed|ing) out)\b/;

/** Words under which a noun for a deed tells no deed: wished, feared, asked for, denied. */
const undone = /\b(?:possible|potential|future|eventual|planned|threat\w*|fear\w*|risk|prospects?|call\w*|urg\w+|demand\w*|seek\w*|want\w*|without|any|if|whether|no|not|n't|never|oppos\w+|consider\w*|toward|before|plan\w*|propos\w+|support\w*|would|will|could|may|might|should|alleged|against|den\w+|prevent\w*|avoid\w*)\b/; // prettier-ignore
/** Opens what a stance hangs on, follows or is weighed against, never what it is on: "recognise Tarn only after talks with Nelu". */
const aside = /\b(?:if|unless|until|once|after|before|when|while|since|because of|due to|despite|during|rather than|than|instead of|for as long as)\b[^,;]*$/; // prettier-ignore
/** "should never have withdrawn": a judgement of what is past, no stance on what is to be. */
const hindsight = /\b(?:should|ought|could|would|might|must)\b(?: \w+| n't){0,3} have(?: been)?(?: \w+ly)?$/;
/** "must talk about what recognition means": the matter is spoken of, neither wished nor refused. */
const discussed = /\b(?:about|what|how|why|over)(?: \w+){0,3}$/;
const untrue = /\b(?:true|right|correct|the case)\b/;
const finite = /^(?:[“"”] )?(?:will|would|can|could|may|might|must|should|has|have|had|does|did)\b/;
const matrixDenial = /\b(?:not|n't|never)\b(?: \w+){0,2} that$/;

/**
 * Whether the words say that the relation holds, does not, has ended or is to come; null where they say neither, as in
 * "calls on Veloria to recognise Tarn". (Factuality as in FactBank, folded to the record's five values.)
 */
export function polarityOf(
  tokens: readonly Token[],
  proposition: Proposition,
  words: Around,
): Polarity | null {
  const { before: clause, group: before, lead, sentence } = words;
  if (proposition.polarity !== undefined) return proposition.polarity;
  if (proposition.infinitive === true || isQuestion(words)) return null;
  if (!proposition.side && retold.test(words.opening)) return null;
  if (proposition.form === 'noun') return proposition.done === true && !undone.test(`${lead} ${proposition.subjects.length === 0 ? '' : clause}`) ? 'affirmed' : null; // prettier-ignore
  if (/\b(?:if|whether|unless|lest)\b[^,]*$/.test(clause) || matrixDenial.test(lead)) return null;
  if (
    /\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?|pray(?:s|ed)?|dream(?:s|t)?|fears?|feared)(?: that)?(?: the)?$/.test(
      lead,
    )
  )
    return null;
  const verb = tokens[proposition.trigger]!.low;
  if (/\b(?:whether|denie[sd]|deny|according to rumou?rs)\b/.test(clause)) return null;
  if (proposition.relation === 'part-of' && /\b(?:will|must|should|would)$/.test(before) && verb === 'remain') return /\b(?:is|are) and will$/.test(clause) ? 'affirmed' : null; // prettier-ignore
  const behind = tokens.slice(proposition.trigger + 1, proposition.trigger + 3).map((t) => t.low); // "is not part of"
  // What should never have been done was done.
  if (hindsight.test(before)) return /\b(?:should|ought)\b/.test(before) && negation.test(before) ? (proposition.ends ? 'withdrawn' : 'affirmed') : null; // prettier-ignore
  if (refusal.test(before) || negation.test(before) || behind.includes('not') || (/^(?:have|has|had)$/.test(verb) && behind[0] === 'no') || behind.includes("n't")) return 'negated'; // prettier-ignore
  if (condition.test(sentence) && prospect.test(before)) return 'conditional';
  if (prospect.test(before)) return 'prospective';
  if (/\b(?:continu\w+|kept|keeps?) (?:\w+ ){0,3}to(?: \w+ly)?$/.test(before)) return 'affirmed';
  if (/\b(?:should|must|to|can|ought|let|lest)(?: be| have| been| \w+ly)*$/.test(before)) return null;
  if (verb.endsWith('ing') && !/\b(?:is|are|was|were|been|be|'re|'s)\b[^,]*$/.test(before)) return null;
  if (condition.test(before)) return 'conditional';
  // "was an ally of", "was part of": what was is not what is.
  if (/^(?:was|were)$/.test(verb)) return null;
  if (proposition.ahead === true) return 'prospective';
  return proposition.ends ? 'withdrawn' : 'affirmed';
}

const givingUp =
  /\b(?:not|n't|never|no longer) (?:\w+ )?(?:give up|giving up|abandon|drop|renounce|forget)\b/g;

/** "drop its objections to", "lift the veto on" */
const yielding =
  /\b(?:drop|lift|withdraw|overcome|end|give up|abandon)\w* (?:\w+ ){0,2}(?:objections?|opposition|veto|resistance|blockade|block)\b/g;

/** Acts that commit their speaker to what they are about. */
export const commits: Partial<Record<Act, Stance>> = {
  support: 'for', promise: 'for', demand: 'for', urge: 'for', praise: 'for',
  oppose: 'against', refuse: 'against', criticize: 'against',
}; // prettier-ignore

/** "When will Kosovo join?" tells nothing. */
const isQuestion = ({ after }: Around): boolean => /\?[”"’ ]*$/.test(after);

/** "a principle that holds that …", "it has said that …": told of someone else again. */
const retold =
  /\b(?:holds?|held|claim\w*|sa(?:y|ys|id)|argu\w+|insist\w*|believ\w+|maintain\w*|stat(?:e|es|ed)|announc(?:e|es|ed|ing)|principle|policy|idea|view|notion|assum\w+|allegations?|assertions?|accusations?|statements?|declarations?|beliefs?|suggestions?|reports?|rumou?rs?|warn\w*|suggest\w*) that\b[^;]*$/;

/** What is known of whoever speaks. */
export interface Standing {
  /** His own side is the subject: then a plain "will" or "do" is a stance too; null where his side is untold. */
  readonly ofSide: boolean | null;
  /** He wishes it of another ("urged Nelu to"). */
  readonly urged: boolean;
  /** He speaks for the body that would be joined. */
  readonly admits: boolean;
}

/** The stance that the words commit their speaker to, null where they commit to none (precision before recall). */
export function stanceOf(
  proposition: Proposition,
  words: Around,
  act: Act,
  standing: Standing,
): Stance | null {
  const { after, sentence } = words;
  const { ofSide, urged } = standing;
  if (aside.test(words.before) || hindsight.test(words.before) || isQuestion(words)) return null;
  if ((!proposition.side && retold.test(words.opening)) || retold.test(words.before.slice(words.cueLength)))
    return null;
  if (isUnowned(proposition) && (/\b(?:who|which|(?:end|collapse|failure|breakdown) of)\b/.test(words.lead) || /^for (?!now\b|the\b)/.test(after))) return null; // prettier-ignore
  if (proposition.leans === true) return negation.test(sentence) || /\bclosed\b/.test(sentence) ? null : condition.test(sentence) ? 'conditional' : 'for'; // prettier-ignore
  // "does not support the demand that Nelu should withdraw"
  const cue = words.lead.slice(0, words.lead.length - words.opening.length);
  if (words.cueLength === 0 && proposition.form === 'verb' && cue !== words.lead && /\b(?:not|n't|never|reject\w*|oppos\w*|dismiss\w*|critici\w*)\b/.test(cue)) return null; // prettier-ignore
  const question = /\bwhether\b/.test(words.before);
  if ((proposition.infinitive === true || urged) && !question) {
    const wished = urged
      ? act === 'oppose'
        ? 'against'
        : 'for'
      : (commits[act] ?? (act === 'ask' ? 'for' : null));
    const not = /\b(?:not|never|n't)\b/.test(words.group);
    if (wished !== null)
      return not === (wished === 'for') ? 'against' : condition.test(after) ? 'conditional' : 'for';
  }
  if (proposition.relation === 'part-of' && /\b(?:will|must|should)\b/.test(words.before)) return negation.test(words.before) ? 'against' : 'for'; // prettier-ignore
  if (standing.admits && proposition.form === 'verb' && ofSide !== true) return ofBody(proposition, words);
  // "Nelu is ready to help Tarn" tells Nelu's mind, not the speaker's.
  const unknown = ofSide === null && (act === 'announce' || act === 'promise');
  const others =
    ofSide !== true && !unknown && proposition.subjects.length > 0 && proposition.form === 'verb';
  const led = others && !/\b(?:should|must|ought)\b/.test(words.before);
  const before = (led ? words.lead : words.before).replace(givingUp, 'pursue').replace(yielding, 'support');
  // "It does not mean that Nelu recognises Tarn" denies what it means.
  if (matrixDenial.test(words.lead) && !untrue.test(words.lead)) return null;
  // To deny that one is against it, or that it hangs together with something else, denies no more than that.
  if (act === 'deny' && (opposing.test(before) || (proposition.form === 'noun' && opposing.test(ownClause(after))) || /\b(?:no )?(?:link|connection|tie|relation)s? (?:between|with|to)\b/.test(before))) return null; // prettier-ignore
  if (act === 'deny' && !negation.test(before)) return 'denies';
  // "there could be no talks without an apology"
  if (proposition.form === 'noun' && /\bno(?: \w+)?$/.test(before) && lifting.test(after))
    return 'conditional';
  const settled = unsettled(before, `${before} ${after}`, sentence);
  if (settled !== null) return settled;
  if (question) return null;
  const stance = leaning(proposition, before, words, act, ofSide === true || unknown);
  // "We hope that Nelu will not join", "we regret that Nelu has not joined"
  if (led && negation.test(words.group)) {
    if (stance === 'for') return 'against';
    if (stance === 'against') return /\b(?:regret|lament)/.test(before) ? 'for' : null;
  }
  if (stance === null && led && /\bwill\b/.test(words.group) && /^(?:together )?(?:with|alongside) us\b/.test(after)) return negation.test(words.group) ? 'against' : 'for'; // prettier-ignore
  if (stance === 'against' && negation.test(before) && hangs(words)) return 'conditional';
  const bound = condition.test(`${words.before} ¦ ${ownClause(after)}`) || /^\W*(?:if|when|once|provided|should)\b/.test(words.opening); // prettier-ignore
  if (stance !== null && stance !== 'against' && bound) return 'conditional';
  return stance === null && bound && proposition.form === 'noun' ? 'conditional' : stance;
}

/** What follows up to where another clause begins: "and if it comes, we will not". */
const ownClause = (after: string): string =>
  after.split(
    /(?:^| )(?:and|but|or|because|although) (?=if\b|unless|until|we\b|they\b|he\b|she\b|it\b|i\b|that\b)/,
  )[0]!;

/** "would not negotiate until it withdraws": a refusal that says what would lift it. */
const hangs = ({ after, opening }: Around): boolean =>
  lifting.test(after) || /^\W*(?:unless|until)\b/.test(opening);

/** Stances between the two: open, not now, undecided. */
function unsettled(before: string, local: string, sentence: string): Stance | null {
  if (/\b(?:open to|leaves? open)\b/.test(before)) return negation.test(before) ? 'against' : condition.test(sentence) ? 'conditional' : 'open'; // prettier-ignore
  if (stayingOpen.test(before) && /\b(?:not|n't|never)\b/.test(before) && !/\bpossib/.test(before))
    return 'open';
  if (notNow.test(local)) return 'not-now';
  if (undecided.test(before)) return 'undecided';
  return weighing.test(before) ? (negation.test(before) ? 'against' : 'open') : null;
}

/** "Drovia will join us", "Drovia could join the Union if it reforms", from an officer of the Union. */
function ofBody({ subjects }: Proposition, { group, lead, sentence, after }: Around): Stance | null {
  if (subjects.length === 0 || /\b(?:want|wish|hope|seek|plan|intend|ask)/.test(group) || opposing.test(lead)) return null; // prettier-ignore
  const denied = negation.test(group);
  if (!/\b(?:will|shall|can|could|may|would|should|must|'ll)\b/.test(group)) return null;
  if (notNow.test(`${group} ${after}`)) return 'not-now';
  if (condition.test(sentence)) return 'conditional';
  return /\b(?:will|shall|should|must|'ll)\b/.test(group) ? (denied ? 'against' : 'for') : null;
}

/** Words further off than this are about something else. */
const reach = 14;
const near = (before: string): string => before.split(' ').slice(-reach).join(' ');

/** Verbs under which what follows is judged: "called the decision to leave illegal". */
const naming =
  /^(?:ha[sd] |have )?(?:call|brand|describ|label|term|dubb|slamm?|blast|dismiss)(?:s|es|e|ed|ing)?\b/;

function leaning(
  proposition: Proposition,
  whole: string,
  { after, opening }: Around,
  act: Act,
  ofSide: boolean,
): Stance | null {
  const before = near(whole);
  const denied = negation.test(before);
  if (opposing.test(before)) return denied ? null : 'against';
  if (proposition.form === 'noun' && discussed.test(before)) return null;
  if (favouring.test(before)) return denied ? 'against' : 'for';
  if (/\b(?:will|would|shall|can|'ll)\b/.test(before) || (proposition.form === 'verb' && denied))
    return ofSide ? (denied ? 'against' : 'for') : null;
  if (proposition.form === 'noun') return judged(before, after, opening, act);
  if (opposing.test(after) || stayingOpen.test(after)) return null;
  return ofSide && act !== 'assert'
    ? (commits[act] ?? null)
    : ofSide && (/\b(?:we)\b/.test(before) || stating.has(proposition.relation))
      ? 'for'
      : null;
}

/** To say that one's side does so is to be for it. */
const stating: ReadonlySet<string> = new Set(['support', 'recognize']);

/** What is said of a noun behind it: "recognition would be a mistake", "condemned the recognition as theft". */
function judged(before: string, after: string, opening: string, act: Act): Stance | null {
  const valued = (tail: string): Stance | null => {
    if (refusing.test(tail)) return 'against';
    if (opposing.test(tail)) return negation.test(near(tail)) ? null : 'against';
    if (favouring.test(tail)) return negation.test(near(tail)) ? 'against' : 'for';
    return stayingOpen.test(tail) ? 'open' : null;
  };
  if (/^(?:[“"”] )?(?:as |an? )/.test(after)) return valued(after) ?? commits[act] ?? null;
  if (naming.test(before)) return valued(after);
  if (predicate.test(after)) return valued(after);
  // "there is no alternative to joining", "it would be a mistake to …"
  return isTopic(opening, after) ? (commits[act] ?? null) : null;
}

const predicate = /^(?:\W )*(?:is|was|are|were|would|will|could|can|has|remain(?:s|ed)?|became|becomes|means|meant|only|undermines|violates|threatens|serves|strengthens|rewards)\b/; // prettier-ignore

/** A noun that names no doer: it is the speaker's own side's only where nothing else can be meant. */
function isUnowned({ form, subjects, side }: Proposition): boolean {
  return form === 'noun' && subjects.length === 0 && !side;
}

/** The act is about the noun only where it heads the statement ("demanded the withdrawal of …"), not where it is one of its circumstances. */
function isTopic(before: string, after: string): boolean {
  const short =
    before.split(' ').length <= 6 &&
    !/\b(?:is|are|was|were|be|been|has|have|had|will|would|do|does|did|about|over|on|who|which)\b/.test(
      before,
    );
  return short && !finite.test(after);
}
