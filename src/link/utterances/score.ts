import { windowDays } from './keys.js';
import { matchNames, type NameMatch } from './speaker.js';
import type { Traits } from './traits.js';
import { weights } from './weights.js';

/** What the decision rests on, each about 0 to 1. Their order is that of `weights`. */
export const featureNames = [
  'cosine', 'contained', 'evidence', 'run', 'numbersDiffer', 'namesDiffer', 'negationDiffers', 'sameAct', 'namePart', 'unnamed',
  'days', 'sameArticle', 'onlyThere',
] as const; // prettier-ignore
export type Features = Readonly<Record<(typeof featureNames)[number], number>>;

/** Compared runs are at most so long; a longer one says no more. */
const longRun = 12;

/** Probability in [0, 1] that two statements report one utterance; 0 where they cannot. */
export function score(a: Traits, b: Traits): number {
  if (isCopied(a, b)) return 1;
  const features = featuresOf(a, b);
  if (features === null) return 0;
  const sum = featureNames.reduce((total, name) => total + weights[name] * features[name], weights.bias);
  return 1 / (1 + Math.exp(-sum));
}

/** One entity is one speaker, whatever it is called. Two may still be one: entities are joined only where that is sure. */
function matchSpeakers(a: Traits, b: Traits): NameMatch {
  const { entity } = a.report;
  return entity !== undefined && entity === b.report.entity ? 'same' : matchNames(a.name, b.name);
}

/** The same words of the same text, copied by another outlet: whoever spoke in the one spoke in the other. */
function isCopied(a: Traits, b: Traits): boolean {
  const { copies, articleId } = a.report;
  if (copies === undefined || copies !== b.report.copies || articleId === b.report.articleId) return false;
  return matchSpeakers(a, b) !== 'other' && a.run.join(' ') === b.run.join(' ');
}

/** At or above this they are linked. Chosen on the training set for precision (training/linking/fit.ts). */
export const linkedFrom = weights.threshold;

/** The features of a pair; null where the speakers differ, the days lie too far apart, or no telling word is shared. */
export function featuresOf(a: Traits, b: Traits): Features | null {
  const names = matchSpeakers(a, b);
  const days = Math.abs(a.report.day - b.report.day);
  if (names === 'other' || days > windowDays) return null;
  const shared = sharedWeight(a, b);
  if (shared === 0) return null;
  const run = Math.min(longestRun(a.run, b.run), longRun) / longRun;
  // Without a name on both sides nothing but the wording can tell that one speaks.
  if (names === 'unnamed' && run < 8 / longRun) return null;
  const less = Math.min(a.weight, b.weight);
  return {
    cosine: cosine(a.stems, b.stems),
    contained: shared / less,
    evidence: Math.min(1, Math.log1p(shared) / Math.log1p(60)),
    run,
    numbersDiffer: differ(a.numbers, b.numbers) ? 1 : 0,
    namesDiffer: lacks(a.names, b.stems) && lacks(b.names, a.stems) ? 1 : 0,
    negationDiffers: a.negative === b.negative ? 0 : 1,
    sameAct: a.report.act === b.report.act ? 1 : 0,
    namePart: names === 'part' || names === 'variant' ? 1 : 0,
    unnamed: names === 'unnamed' ? 1 : 0,
    days: days / windowDays,
    sameArticle: a.report.articleId === b.report.articleId ? 1 : 0,
    onlyThere: Math.min(1, Math.min(a.weight - shared, b.weight - shared) / 40),
  };
}

function sharedWeight(a: Traits, b: Traits): number {
  let sum = 0;
  for (const [stem, weight] of a.stems) if (b.stems.has(stem)) sum += weight;
  return sum;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [stem, weight] of a) if (b.has(stem)) dot += weight * weight;
  return dot / Math.sqrt(squares(a) * squares(b));
}

function squares(stems: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of stems.values()) sum += weight * weight;
  return sum;
}

/** Both tell numbers, and each tells one that the other does not. */
function differ(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((n) => !b.has(n)) && [...b].some((n) => !a.has(n));
}

/** Some name is not among the other's words. */
function lacks(names: ReadonlySet<string>, stems: ReadonlyMap<string, number>): boolean {
  return [...names].some((name) => !stems.has(name));
}

/** Length of the longest run of words in both, in words. */
function longestRun(a: readonly string[], b: readonly string[]): number {
  let before = new Uint16Array(b.length + 1);
  let longest = 0;
  for (const word of a) {
    const now = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) {
      if (b[j] !== word) continue;
      now[j + 1] = before[j]! + 1;
      longest = Math.max(longest, now[j + 1]!);
    }
    before = now;
  }
  return longest;
}
