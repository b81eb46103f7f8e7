import { cueActs, neutralCues } from '../terms/cue-acts.js';
import { verbLemma } from './lemma.js';

const small = /^(?:as|has|had|have|having|was|is|are|were|been|being|be|to|will|would|also|not|never|did|does|do|by|on|for|of|about|against|at|that|a|an|the|his|her|its|their|has|it|he|she|then|later|again|earlier|once|now|still|only|first|already|just)$|n['’]t$/u; // prettier-ignore
/** Verbs that lead up to the one that attributes: "used to say", "asked whether …, he replied", "was quoted as saying". */
const leading =
  /^(?:use|go|ask|press|question|speak|quote|take|continue|begin|start|try|appear|seem|want|need|come|be|have)$/u;
const adverb = /^(?!reply$|rely$|apply$|imply$|comply$|ally$).+ly$/u;

/**
 * Lemma of the word of a cue that attributes: its first verb of saying or thinking, though a time or a place stands behind
 * it ("announced on Monday", "wrote on his channel"); a set phrase as it stands ("according to"). American spelling.
 * @param cue words of the cue as written; null is returned where it has none (a colon, nothing).
 */
export function cueLemmaOf(cue: string): string | null {
  const words = cue.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];
  if (words.length === 0) return null;
  if (/^(?:according to|in the (?:view|words|opinion|eyes) of|in the\b)/u.test(words.join(' ')))
    return words.join(' ');
  const lemmas = words
    .filter((word) => !small.test(word) && !adverb.test(word))
    .map((word) => verbLemma(word));
  const saying = lemmas.filter((lemma) => cueActs.has(lemma) || neutralCues.has(lemma));
  const plain = saying.find((lemma) => !leading.test(lemma));
  return plain ?? saying[0] ?? lemmas[0] ?? verbLemma(words.at(-1)!);
}
