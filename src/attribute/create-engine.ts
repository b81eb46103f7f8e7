import type { AttributionEngine } from './engine.js';
import { modelEngine } from './model/engine.js';
import { ruleEngine } from './rules/engine.js';

/** `model`: the trained tagger, with the rules under it. `rules`: the rules alone, fast and without a model. */
export const engineNames = ['model', 'rules'] as const;
export type EngineName = (typeof engineNames)[number];

/** The engine of a name. */
export function createEngine(name: EngineName = 'model'): AttributionEngine {
  return name === 'model' ? modelEngine() : ruleEngine;
}
