import { cueActs } from '../terms/cue-acts.js';
import type { Act } from '../terms/vocabulary.js';

/** Cues of several words, and cues whose act depends on what is said. First match decides; `content` is lower case. */
const phrases: readonly (readonly [cue: RegExp, act: Act | ((content: string) => Act)])[] = [
  [/\b(?:not|n't|never|declin\w+|refus\w+|without)\b.*\b(?:say|saying|comment\w*|confirm\w*|respond\w*|elaborat\w+|answer\w*|rule)\b|^(?:declin|refus)/u, 'refuse'],
  [/\brul\w+ out\b/u, 'refuse'],
  [/\bcall\w* (?:on|upon|for)\b/u, 'demand'],
  [/\bturn\w* down\b/u, 'refuse'],
  [/\bspoke out against\b/u, 'oppose'],
  [/^(?:has |have |had )?(?:call|brand|label|describ|dubb?|term|dismiss)\w*(?: as)?$/u, (content) => (praising.test(content) ? 'praise' : 'criticize')],
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
 */
export function actOf(cue: string, cueLemma: string | null, content: string): Act {
  const said = content.toLowerCase().replace(/^[“"«‘]?\s*(?:that\s)?[“"«‘]?/u, '').slice(0, 2000); // prettier-ignore
  const how = cue.toLowerCase();
  for (const [pattern, act] of phrases)
    if (pattern.test(how)) return typeof act === 'string' ? act : act(said);
  const decided = cueLemma === null ? undefined : cueActs.get(cueLemma);
  return decided ?? actOfContent(said);
}

function actOfContent(said: string): Act {
  const first = said.split(/[.!?…](?:\s|$)/u)[0]!;
  if (/\?[”"]?$/u.test(said) && !/[.!]\s/u.test(said)) return 'ask';
  if (/\b(?:will not|won['’]t|would not|wouldn['’]t|would never|will never|refuses?|do not need|don['’]t need)\b/u.test(first)) return own.test(subjectOf(first)) || /\bno\b.*\b(?:so|as) long as\b/u.test(said) || /so long as|as long as|unless|until/u.test(said) ? 'refuse' : 'predict'; // prettier-ignore
  if (feeling.test(first)) return 'express-feeling';
  if (/\b(?:must|has to|have to|needs to|ought to)\b/u.test(first)) return 'demand';
  if (/\bshould(?: not|n['’]t)?\b/u.test(first)) return 'urge';
  if (/^(?:i|we) (?:support|back|welcome|favou?r|want|are in favou?r)\b|\bpromising\b|\b(?:right|best) (?:path|choice|option|decision)\b|\bour (?:place|path|future) is\b|\bdoor (?:is|was|stood|remains|stands) open\b/u.test(first)) return 'support'; // prettier-ignore
  if (/^(?:i|we) (?:oppose|reject|are against)\b/u.test(first)) return 'oppose';
  if (blaming.test(first)) return 'criticize';
  if (ahead.test(first)) return own.test(subjectOf(first)) ? promiseOrPlan(first) : 'predict';
  return 'assert';
}

/** Words before the first modal. */
function subjectOf(first: string): string {
  return first.split(
    /\s*\b(?:will|would|won['’]t|wouldn['’]t|['’]ll|do not|don['’]t|am|are going|is going)\b/u,
  )[0]!;
}

function promiseOrPlan(first: string): Act {
  return /\b(?:help|host|give|support|provide|bring|protect|defend|deliver|answer|always|never|keep|make sure|ensure)\b/u.test(first) ? 'promise' : 'announce'; // prettier-ignore
}
