import type { positionSchema, relationSchema } from '../terms/record.js';
import type { Act } from '../terms/vocabulary.js';
import type { z } from 'zod';
import type { Proposition } from './proposition.js';
import type { Token } from './tokens.js';

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
  readonly after: string;
  /** The verb's own group: what stands between its subject and it, without asides and verbs coordinated with it. */
  readonly group: string;
  readonly sentence: string;
}

/**
 * @param low first token that may be looked at, @param high the first that may not: the statement's content, so that
 * the outlet's own words around it are never taken for the speaker's.
 */
export function around(
  tokens: readonly Token[],
  { trigger, from, to, subjects, side }: Proposition,
  low: number,
  high: number,
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
  return {
    group: words(shares ? clause : group, trigger),
    before: words(clause, trigger),
    lead: words(start, Math.max(start, from)),
    after: words(to, end),
    sentence: words(start, end),
  };
}

const prospect =
  /\b(?:will|would|'ll|shall|may|might|could|going to|plans? to|planned to|prepared to|ready to|set to|about to|expected to|intends? to|agreed to|promised to|vowed to|pledged to|due to|prospects?|wants? to|hopes? to|aims? to|willing to|preparing to|next)\b/;
const condition = /\b(?:if|unless|provided|providing|on condition|(?<!for )as long as|so long as|only when|only after|until|in case|in the event|should conditions)\b/; // prettier-ignore
const refusal =
  /\b(?:refus(?:e|es|ed|ing) to|declin(?:e|es|ed) to|fail(?:s|ed)? to|rul(?:e|es|ed|ing) out)\b/;

/** Words under which a noun for a deed tells no deed: wished, feared, asked for, denied. */
const undone = /\b(?:possible|potential|future|eventual|planned|threat\w*|fear\w*|risk|prospects?|call\w*|urg\w+|demand\w*|seek\w*|want\w*|without|any|if|whether|no|not|n't|never|oppos\w+|consider\w*|toward|before|plan\w*|propos\w+|support\w*|would|will|could|may|might|should|alleged|den\w+|prevent\w*|avoid\w*)\b/; // prettier-ignore
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
  if (proposition.infinitive === true) return null;
  if (proposition.form === 'noun') return proposition.done === true && !undone.test(`${lead} ${proposition.subjects.length === 0 ? '' : clause}`) ? 'affirmed' : null; // prettier-ignore
  if (/\b(?:if|whether|unless|lest)\b[^,]*$/.test(clause) || matrixDenial.test(lead)) return null;
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
  if (proposition.ahead === true) return 'prospective';
  return proposition.ends ? 'withdrawn' : 'affirmed';
}

const notNow =
  /\b(?:(?:not|n't|never|no longer) (?:\w+ ){0,4}(?:on the (?:agenda|table)|at this stage|at the moment|for now|at present|right now|yet ready|ready|the (?:right )?time|a priority|imminent|yet)|premature|too early|too soon|not yet|not now|no (?:immediate |current )?plans? (?:\w+ ){0,3}(?:now|at present|at this stage|yet)|off the (?:agenda|table) for now)\b/;
const stayingOpen =
  /\b(?:(?:not|n't|never) (?:\w+ ){0,3}(?:rul(?:e|ed|ing) (?:it )?out|exclude[ds]?|excluding)|open to|leaves? open|remains? open|possible|option|may consider|could consider|ready to (?:discuss|consider|talk)|one of the options)\b/;
const undecided =
  /\b(?:undecided|(?:not|n't) (?:yet )?(?:decided|made a decision|taken a decision)|no decision|consider(?:s|ing)? whether|weigh(?:s|ing)?|still discussing)\b/;
const opposing =
  /\b(?:oppos(?:e|es|ed|ing|ition)|against|reject(?:s|ed|ing)?|refus(?:e|es|ed|al|ing)|rul(?:e|es|ed|ing) out|resist(?:s|ed)?|veto(?:es|ed)?|block(?:s|ed|ing)?|condemn(?:s|ed)?|mistake|unacceptable|speculative|red line|dangerous|illegal|unlawful|absurd|nonsense|out of the question|impossible|no intention|no plans?|prevent|wrong|provocation|never be|stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|halt(?:s|ed|ing)?|refrain(?:s|ed|ing)?|abandon(?:s|ed|ing)?)\b/;
const favouring =
  /\b(?:pursue|wants?|wanted|hop(?:e|es|ed|ing)|wish(?:es)?|seek(?:s|ing)?|sought|aim(?:s|ed)?|aspir(?:e|es|ation|ations)|dreams?|goals?|supports?|supported|supporting|back(?:s|ed|ing)|favou?rs?|in favou?r|welcom(?:e|es|ed)|committed|commitment|willing|priority|promising|our path|the right path|our choice|our place|intends?|plan(?:s|ned)|apply|applied|look(?:s|ing)? forward|deserves?|should|must|efforts?|ready|prepared|determined|necessary|need(?:s|ed)?|benefit|call(?:s|ed|ing)? (?:for|on)|urg(?:e|es|ed|ing)|demand(?:s|ed)?|expect|expects|important)\b/;

const givingUp =
  /\b(?:not|n't|never|no longer) (?:\w+ )?(?:give up|giving up|abandon|drop|renounce|forget)\b/g;

/** Acts that commit their speaker to what they are about. */
const commits: Partial<Record<Act, Stance>> = {
  support: 'for', promise: 'for', demand: 'for', urge: 'for', praise: 'for',
  oppose: 'against', refuse: 'against', criticize: 'against',
}; // prettier-ignore

/**
 * The stance that the words commit their speaker to, null where they commit to none (precision before recall).
 * @param ofSide the speaker's own side is the subject: then a plain "will" or "do" is a stance too; null where his side is untold.
 */
export function stanceOf(
  proposition: Proposition,
  words: Around,
  act: Act,
  ofSide: boolean | null,
  urged = false,
): Stance | null {
  const { after, sentence } = words;
  if (aside.test(words.before) || hindsight.test(words.before)) return null;
  if (isUnowned(proposition) && (/\b(?:who|which|(?:end|collapse|failure|breakdown) of)\b/.test(words.lead) || /^for (?!now\b|the\b)/.test(after))) return null; // prettier-ignore
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
  // "Nelu is ready to help Tarn" tells Nelu's mind, not the speaker's.
  const unknown = ofSide === null && (act === 'announce' || act === 'promise');
  const others =
    ofSide !== true && !unknown && proposition.subjects.length > 0 && proposition.form === 'verb';
  const own = others && !/\b(?:should|must|ought)\b/.test(words.before) ? words.lead : words.before;
  const before = own.replace(givingUp, 'pursue');
  const local = `${before} ¦ ${after}`;
  // "It does not mean that Nelu recognises Tarn" denies what it means.
  if (matrixDenial.test(words.lead) && !untrue.test(words.lead)) return null;
  if (act === 'deny' && !negation.test(before)) return 'denies';
  if (/\b(?:open to|leaves? open)\b/.test(before)) return negation.test(before) ? 'against' : 'open';
  if (stayingOpen.test(before) && /\b(?:not|n't|never)\b/.test(before)) return 'open';
  if (notNow.test(local)) return 'not-now';
  if (undecided.test(before)) return 'undecided';
  if (question) return null;
  const stance = leaning(proposition, local, before, after, words.lead, act, ofSide === true || unknown);
  // "We hope that Nelu will not join"
  if (others && stance === 'for' && negation.test(words.group)) return 'against';
  if (stance !== null && stance !== 'against' && condition.test(sentence)) return 'conditional';
  return stance === null && condition.test(sentence) && proposition.form === 'noun' ? 'conditional' : stance;
}

function leaning(
  proposition: Proposition,
  local: string,
  before: string,
  after: string,
  lead: string,
  act: Act,
  ofSide: boolean,
): Stance | null {
  // prettier-ignore
  const denied = negation.test(before);
  if (opposing.test(before)) return denied ? null : 'against';
  if (proposition.form === 'noun' && discussed.test(before)) return null;
  if (favouring.test(before)) return denied ? 'against' : 'for';
  if (/\b(?:will|would|shall|can|'ll)\b/.test(before) || (proposition.form === 'verb' && denied))
    return ofSide ? (denied ? 'against' : 'for') : null;
  if (proposition.form === 'noun') {
    if (/^(?:[“"”] )?(?:as |an? )/.test(after)) return opposing.test(after) ? 'against' : favouring.test(after) ? 'for' : (commits[act] ?? null); // prettier-ignore
    if (/^¦? ?(?:\W )*(?:is|was|are|would be|will be|remain(?:s|ed)?|became|becomes)\b/.test(after)) {
      const tail = after;
      if (opposing.test(tail)) return 'against';
      if (favouring.test(tail)) return negation.test(tail) ? 'against' : 'for';
      if (stayingOpen.test(tail)) return 'open';
      return null;
    }
    return isTopic(lead, after) ? (commits[act] ?? null) : null;
  }
  if (opposing.test(local) || stayingOpen.test(after)) return null;
  return ofSide && act !== 'assert'
    ? (commits[act] ?? null)
    : ofSide && /\b(?:we)\b/.test(before)
      ? 'for'
      : null;
}

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
