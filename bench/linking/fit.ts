/**
 * Fits the weights of src/link/utterances/weights.ts on generated training statements: npx tsx bench/linking/fit.ts
 * Logistic regression by gradient descent with a small penalty on large weights, over all pairs that share a key; then the
 * lowest threshold at which the groups of a second training set have a pairwise precision of 0.97.
 */
import { writeFileSync } from 'node:fs';
import { linkable, type Linkable } from '../../src/link/utterances/group.js';
import { everyKey } from '../../src/link/utterances/keys.js';
import { featureNames, featuresOf, type Features } from '../../src/link/utterances/score.js';
import { generate, type Told } from './generate.js';
import { pairScore } from './run.js';

const penalty = 2e-4;
const steps = 1200;
/**
 * What can only speak for one utterance, or only against: generated near misses share the wording of their family, which
 * real ones seldom do, and would teach that a long run of shared words speaks against.
 */
const speaksFor = new Set<string>(['cosine', 'contained', 'evidence', 'run']);
const speaksAgainst = new Set<string>([
  'numbersDiffer',
  'namesDiffer',
  'negationDiffers',
  'onlyThere',
  'sameArticle',
]);
const wanted = 0.97;

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly features: Features;
  readonly same: boolean;
}

function pairsOf(told: readonly Told[]): Pair[] {
  const index = new Map<string, [Linkable, number][]>();
  const pairs: Pair[] = [];
  for (const { report, utterance } of told) {
    const fresh = linkable(report);
    for (const [other, theirs] of new Set(everyKey(fresh.asked).flatMap((key) => index.get(key) ?? []))) {
      const features = featuresOf(fresh, other);
      if (features !== null)
        pairs.push({ a: report.statementId, b: other.report.statementId, features, same: utterance === theirs });
    }
    const entry: [Linkable, number] = [fresh, utterance];
    for (const key of new Set(fresh.kept)) index.set(key, [...(index.get(key) ?? []), entry]);
  }
  return pairs;
} // prettier-ignore

type Weights = Record<'bias' | keyof Features, number>;

function probability(weights: Weights, features: Features): number {
  return (
    1 /
    (1 + Math.exp(-featureNames.reduce((sum, name) => sum + weights[name] * features[name], weights.bias)))
  );
}

function fit(pairs: readonly Pair[]): Weights {
  const names = ['bias', ...featureNames] as const;
  const weights = Object.fromEntries(names.map((name) => [name, 0])) as Weights;
  const speed = Object.fromEntries(names.map((name) => [name, 0])) as Weights;
  for (let step = 0; step < steps; step++) {
    const slope = Object.fromEntries(names.map((name) => [name, name === 'bias' ? 0 : penalty * weights[name]])) as Weights;
    for (const { features, same } of pairs) {
      const error = (probability(weights, features) - (same ? 1 : 0)) / pairs.length;
      slope.bias += error;
      for (const name of featureNames) slope[name] += error * features[name];
    }
    for (const name of names) {
      speed[name] = 0.9 * speed[name] - slope[name];
      const moved = weights[name] + speed[name];
      weights[name] = speaksFor.has(name) ? Math.max(0, moved) : speaksAgainst.has(name) ? Math.min(0, moved) : moved;
    }
  }
  return weights;
} // prettier-ignore

/** Figures of the groups that a threshold makes. */
function grouped(told: readonly Told[], pairs: readonly Pair[], weights: Weights, threshold: number) {
  const parent = new Map(told.map(({ report }) => [report.statementId, report.statementId]));
  const top = (id: string): string => (parent.get(id) === id ? id : top(parent.get(id)!));
  for (const { a, b, features } of pairs)
    if (probability(weights, features) >= threshold) parent.set(top(a), top(b));
  const found = new Map([...parent.keys()].map((id) => [id, top(id)]));
  return pairScore(found, new Map(told.map(({ report, utterance }) => [report.statementId, utterance])));
}

const weights = fit(pairsOf(generate('training', 12_000, 1)));
const second = generate('training', 12_000, 2);
const pairs = pairsOf(second);
let threshold = 0.99;
for (let t = 0.05; t < 1; t += 0.01) {
  const figures = grouped(second, pairs, weights, t);
  if (figures.precision < wanted) continue;
  threshold = t;
  console.log(`threshold ${t.toFixed(2)}: precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)} on the second training set`); // prettier-ignore
  break;
}
const lines = Object.entries({ ...weights, threshold }).map(
  ([name, n]) => `  ${name}: ${Number(n.toFixed(3))},`,
);
writeFileSync(
  new URL('../../src/link/utterances/weights.ts', import.meta.url),
  `/** Made by bench/linking/fit.ts; not to be changed by hand. */\nexport const weights = {\n${lines.join('\n')}\n};\n`,
);
