/** The main path: one article in, one ledger record out, each stage by name. */
import type { AttributionEngine } from './attribute/engine.js';
import { interpret } from './interpret/interpret.js';
import { readRelayed } from './interpret/relayed.js';
import { resolve } from './resolve/resolve.js';
import type { Analysis } from './terms/attribution.js';
import { recordSchema, type Article, type LedgerRecord } from './terms/record.js';

export interface RecordOptions {
  /** Attributions below this confidence are left out; 0 (the default) keeps all. */
  readonly minConfidence?: number;
}

/**
 * Makes the ledger record of one article: attribute → resolve → interpret. What an outlet only passed on is read as the
 * statement of whoever made it before speakers are sought.
 * @param article clean article; all offsets of the record refer to `article.text`.
 * @returns the record, checked against its schema.
 * @throws {OnrecordError} if the engine cannot be loaded.
 */
export async function makeRecord(
  article: Article,
  engine: AttributionEngine,
  { minConfidence = 0 }: RecordOptions = {},
): Promise<LedgerRecord> {
  const found = await engine.analyse(article.text, article.language);
  const analysis = readRelayed(article.text, keepConfident(found, minConfidence));
  const resolution = resolve(article, analysis);
  return recordSchema.parse(interpret(article, analysis, resolution));
}

function keepConfident(analysis: Analysis, minConfidence: number): Analysis {
  return { ...analysis, attributions: analysis.attributions.filter((a) => a.confidence >= minConfidence) };
}
