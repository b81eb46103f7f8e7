import { cueActs } from '../terms/cue-acts.js';
import type { Act } from '../terms/vocabulary.js';

/** Cues of several words, and cues whose act depends on what is said. First match decides; `content` is lower case. */
const phrases: readonly (readonly [cue: RegExp, act: Act | ((content: string) => Act)])[] = [
  [/\b(?:not|n't|never|declin\w+|refus\w+|without)\b.*\b(?:say|saying|comment\w*|confirm\w*|respond\w*|elaborat\w+|answer\w*|rule)\b|^(?:declin|refus)/u, 'refuse'],
  [/\brul\w+ out\b/u, 'refuse'],
  [/\bwarn/u, (content) => (/\b(?:we|it|they|he|she|i)(?: will|['’]ll| would) (?:respond|answer|retaliate|hit|strike|punish|react|act)\b|\bconsequences\b/u.test(content) ? 'threaten' : 'warn')],
  [/\bcall\w* (?:on|upon|for)\b/u, 'demand'],
  [/\b(?:not|n['’]t) (?:dispute|deny|contradict)\b/u, 'confirm'],
  [/\bturn\w* down\b/u, 'refuse'],
  [/\bspoke out against\b/u, 'oppose'],
  [/^(?:has |have |had )?(?:call|brand|label|describ|dubb?|term|dismiss)\w*(?: as)?$/u, (content) => (/\b(?:red line|unacceptable|null and void|out of the question)\b/u.test(content) ? 'oppose' : praising.test(content) ? 'praise' : 'criticize')],
  [/\bcomplain|\baccus\w+ .* of\b/u, (content) => (/^of\b/u.test(content) ? 'accuse' : 'criticize')],
  [/\breject/u, (content) => (/\b(?:accusation|allegation|claim|charge|report|rumou?r|suggestion)s?\b/u.test(content) ? 'deny' : 'refuse')],
  [/\bwelcom/u, (content) => (/\b(?:plan|proposal|bid|idea|decision|move|accession|membership)\b/u.test(content) ? 'support' : 'praise')],
  [/\b(?:fear|believ|think|thought|expect|suspect|reckon)\w*\b/u, (content) => (ahead.test(content) ? 'predict' : /\bfear/u.test(content) ? 'express-feeling' : 'assert')],
  [/\binsist/u, (content) => (/\b(?:no|not|never|n['’]t)\b/u.test(content) ? 'deny' : 'assert')],
  [/\b(?:counter|retort)/u, (content) => (/\b(?:no|not|never|n['’]t|nobody|nothing)\b/u.test(content) ? 'deny' : 'assert')],
  [/\b(?:apologi[sz]|jok|regret|lament|griev|mourn)/u, 'express-feeling'],
]; // prettier-ignore

const praising = /\b(?:great|good|historic|important|success|step|welcome|brave|hero|milestone|excellent|positive|win|victory|remarkable|wonderful)\b/u; // prettier-ignore
const blaming = /\b(?:absurd|shameful|disgrace\w*|failed|failure|lie[sd]?|lying|cannot even|incompeten\w+|reckless|irresponsible|illegal|hypocri\w+|ridiculous|nonsense|unacceptable|should not lecture|wrong|corrupt|disaster|catastroph\w+|worst|too slow|outrageous|cowardly|dishonest|betray\w*|mess)\b/u; // prettier-ignore
const ahead = /\b(?:will|would|['’]ll|going to|is about to|are about to)\b/u;
const own =
  /\b(?:i|we|my|our|his|her|their)(?: (?:country|party|government|administration|campaign|team|ministry|office))?$/u;
const feeling = /\b(?:(?:i|we) (?:am|are|feel|was|were) (?:\w+ )?(?:sad|happy|proud|sorry|grateful|shocked|worried|concerned|afraid|angry|delighted|disappointed|hopeful|confident)|cause (?:for )?concern|(?:sad|happy|proud|worried|grateful|shocked|concerned) (?:about|that|by|to))\b/u; // prettier-ignore

/**
 * What a statement does: the cue decides where it can; where the cue is neutral ("said") the content's first clause does,
 * and says "assert" where nothing is plain.
 * @param cue the cue as written, @param cueLemma its lemma, @param content the words ascribed.
 * @param speaker words that name the speaker and his office: what his own land will do he promises or refuses.
 */
export function actOf(cue: string, cueLemma: string | null, content: string, speaker = ''): Act {
  const said = content.toLowerCase().replace(/^[“"«‘]?\s*(?:that\s)?[“"«‘]?/u, '').slice(0, 2000); // prettier-ignore
  const how = cue.toLowerCase();
  for (const [pattern, act] of phrases)
    if (pattern.test(how)) return typeof act === 'string' ? act : act(said);
  const decided = cueLemma === null ? undefined : cueActs.get(cueLemma);
  return decided ?? actOfContent(said, speaker.toLowerCase(), content);
}

function actOfContent(said: string, speaker: string, content: string): Act {
  const first = said.split(/[.!?…](?:\s|$)/u)[0]!;
  const mine = isOwn(subjectOf(first), speaker);
  if (/\?[”"]?$/u.test(said) && !/[.!]\s/u.test(said)) return 'ask';
  if (/\b(?:do|does|did) not mean\b/u.test(first)) return 'deny';
  if (/\b(?:i|we|he|she|it) (?:hope|hopes|hoped|fear|fears|feared|regret|regrets|regretted)\b/u.test(first)) return 'express-feeling'; // prettier-ignore
  if (/\b(?:will not|won['’]t|would not|wouldn['’]t|would never|will never|refuses?|do not need|don['’]t need)\b/u.test(first)) return mine || /\bno\b.*\b(?:so|as) long as\b/u.test(said) || /so long as|as long as|unless|until/u.test(said) ? 'refuse' : 'predict'; // prettier-ignore
  if (mine && /\b(?:do|does|did|could|can) ?(?:not|n['’]t) (?:recogni[sz]e|accept|negotiate|tolerate|agree)\b|\bout of the question\b/u.test(first)) return 'refuse'; // prettier-ignore
  if (feeling.test(first)) return 'express-feeling';
  if (/\b(?:must|has to|have to|needs to|ought to)\b/u.test(first)) return 'demand';
  if (/\bshould(?: not|n['’]t)?\b/u.test(first)) return 'urge';
  const stance = mine ? ownStance(first) : undefined;
  if (stance !== undefined) return stance;
  if (/\bpromising\b|\b(?:right|best) (?:path|choice|option|decision)\b|\bour (?:place|path|future) is\b|\bdoor (?:is|was|stood|remains|remained|stands) open\b|\bdoor remains open\b/u.test(first)) return 'support'; // prettier-ignore
  if (blaming.test(first)) return 'criticize';
  if (/\bwill remain\b|\bwill always be\b/u.test(first)) return 'assert';
  if (ahead.test(first))
    return mine ? promiseOrPlan(first) : official.test(speaker) && !ofState(content) ? 'announce' : 'predict';
  return 'assert';
}

const official = /\b(?:president|minister|ministry|government|spokes(?:man|woman|person)|leader|premier|chancellor|commissioner|presidential|secretary)\b/u; // prettier-ignore

/** What an officer of state says "will be" is announced where it is about things at home, foretold where it is about another state. */
function ofState(content: string): boolean {
  const subject = subjectOf(content.replace(/^[“"«‘]?\s*(?:that\s)?(?:The\s)?/u, '')).trim();
  return /(?:^|\s)\p{Lu}/u.test(subject) || /\b(?:if|may|might|could)\b/u.test(content);
}

/** "We support …", "he opposed …", "Drovia wants …": what the speaker, or whom he speaks for, is for or against. */
function ownStance(first: string): Act | undefined {
  const head = first.split(/\s/u).slice(0, 9).join(' ');
  if (/\b(?:oppos(?:e|es|ed)|reject(?:s|ed)?|(?:am|are|is|was|were) against)\b/u.test(head)) return 'oppose';
  if (/\b(?:ready|prepared|willing) to\b/u.test(head)) return 'promise';
  return /\b(?:support(?:s|ed)?|backs?|backed|welcomes?|welcomed|favou?r(?:s|ed)?|wants?|wanted|(?:am|are|is|was|were) in favou?r|open to)\b/u.test(head) ? 'support' : undefined; // prettier-ignore
}

/** Whether a clause is about the speaker or whom he speaks for: "we", "he", or the land in his title. */
function isOwn(subject: string, speaker: string): boolean {
  if (own.test(subject) || /^(?:that )?(?:he|she|it|they)$/u.test(subject)) return true;
  const [land] = /[\p{L}-]{4,}$/u.exec(subject) ?? [];
  return land !== undefined && speaker.split(/[^\p{L}-]+/u).some((word) => word.length > 3 && word.startsWith(land.slice(0, Math.max(4, land.length - 2)))); // prettier-ignore
}

/** Words before the first modal. */
function subjectOf(first: string): string {
  return first.split(
    /\s*\b(?:will|would|won['’]t|wouldn['’]t|['’]ll|do not|don['’]t|am|are|is|was|were|has|had|does not|opposes?|opposed|supports?|supported|wants?|wanted|rejects?|rejected|backs?|backed|refuses?|refused|remains?|remained)\b/u,
  )[0]!;
}

function promiseOrPlan(first: string): Act {
  return /\b(?:help|host|give|support|provide|bring|protect|defend|deliver|answer|always|never|keep|make sure|ensure)\b/u.test(first) ? 'promise' : 'announce'; // prettier-ignore
}
