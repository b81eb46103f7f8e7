import type { AttributionEngine } from './engine.js';
import { ruleEngine } from './rules/engine.js';

/** The engine that the commands and the service use. */
export function createEngine(): Promise<AttributionEngine> {
  return Promise.resolve(ruleEngine);
}
