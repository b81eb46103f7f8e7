import lemmatizer from 'wink-lemmatizer';

// Forms that the WordNet list leaves alone or misreads.
const OWN: Record<string, string> = {
  "'s": "'s", "'re": 'be', "'m": 'be', "'ve": 'have', "'ll": 'will', "'d": 'would', wo: 'will', ca: 'can', sha: 'shall',
  "n't": 'not', cannot: 'cannot', annexed: 'annex', vetoed: 'veto', left: 'leave', underway: 'underway',
  under: 'under', does: 'do', did: 'do', has: 'have', had: 'have', having: 'have', being: 'be', been: 'be', were: 'be',
  during: 'during', according: 'according', united: 'united', including: 'including',
}; // prettier-ignore
const cache = new Map<string, string>();
const CACHE_LIMIT = 20_000;

/**
 * Lemma of a word read as a verb, in American spelling ("recognises" → "recognize").
 * @param low lower-case word. Words that are no verb form come back as they are.
 */
export function verbLemma(low: string): string {
  const own = OWN[low];
  if (own !== undefined && Object.hasOwn(OWN, low)) return own;
  const known = cache.get(low);
  if (known !== undefined) return known;
  const lemma = american(low.length < 40 && /^[a-z-]+$/.test(low) ? verbOf(low) : low);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(low, lemma);
  return lemma;
}

function verbOf(low: string): string {
  const prefix = /^(re-?|de-|de(?=recogni))(?=[a-z]{4})/.exec(low)?.[0];
  const plain = lemmatizer.verb(low);
  if (plain !== low || !prefix) return plain;
  const rest = low.slice(prefix.length);
  const bare = lemmatizer.verb(rest);
  return bare === rest ? low : prefix.replace('-', '') + bare;
}

function american(lemma: string): string {
  return /[a-z]{3}ise$/.test(lemma) && !/(?:promise|exercise|compromise|praise|raise|advise|surprise|premise|otherwise|likewise|arise|rise|wise|noise|revise|supervise|disguise|devise|despise|comprise|expertise|televise|merchandise|enterprise|franchise)$/.test(lemma)
    ? lemma.slice(0, -3) + 'ize'
    : lemma;
} // prettier-ignore
