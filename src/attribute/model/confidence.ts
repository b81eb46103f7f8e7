import type { Tagged } from './tags.js';

/** What confidence is made of; the order is that of the weights in the model's config.json. */
export const featureNames = [
  'valid', 'cue', 'noSource', 'sourceMean', 'sourceLeast', 'contentMean', 'contentLeast', 'contentLength', 'parts',
] as const; // prettier-ignore

/** A probability of 0 or 1 would outweigh all the rest. */
const edge = 1e-3;
const logit = (p: number) => Math.log(Math.max(edge, p) / Math.max(edge, 1 - p));

/** A logistic regression, as training/attribution/calibrate.py fits it: one weight a name of `featureNames`. */
export interface FittedConfidence {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** The numbers that tell how sure the model is of an attribution, one a name of `featureNames`. */
export function featuresOf({ valid, cueScore, roles }: Tagged): number[] {
  const of = (wanted: string) => roles.filter(([, role]) => role === wanted);
  const source = of('source').map(([, , p]) => p);
  const content = of('content').map(([, , p]) => p);
  const mean = (values: readonly number[]) => values.reduce((sum, p) => sum + p, 0) / values.length;
  const parts = of('content').filter(([unit], i, all) => i > 0 && all[i - 1]![0] !== unit - 1).length;
  return [
    logit(valid),
    logit(cueScore),
    source.length === 0 ? 1 : 0,
    source.length === 0 ? 0 : logit(mean(source)),
    source.length === 0 ? 0 : logit(Math.min(...source)),
    content.length === 0 ? 0 : logit(mean(content)),
    content.length === 0 ? 0 : logit(Math.min(...content)),
    Math.log1p(content.length),
    parts,
  ];
}

/** Probability that source and content are right: logistic regression (Platt, 1999) on held-out articles. */
export function confidenceOf(features: readonly number[], { bias, weights }: FittedConfidence): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, f, i) => sum + f * (weights[i] ?? 0), bias)));
}
