/**
 * onrecord as a library: the engine, the ledger, the server and the client of its API.
 * @example
 * import { attribute, makeRecord, readPage } from 'onrecord';
 * const { article } = readPage(html, { url });
 * const record = article && (await makeRecord(article));
 */
import { createEngine } from './attribute/create-engine.js';
import type { AttributionEngine } from './attribute/engine.js';
import { makeRecord as makeRecordWith, type RecordOptions } from './pipeline.js';
import type { Analysis } from './terms/attribution.js';
import type { Article, LedgerRecord } from './terms/record.js';

export { createEngine, engineNames, type EngineName } from './attribute/create-engine.js';
export type { AttributionEngine } from './attribute/engine.js';
export { ApiError, createClient, type Client, type ClientOptions } from './api/client.js';
export * from './ledger/error.js';
export * from './ledger/ledger.js';
export { readPage, readText, type Reading } from './read/index.js';
export { createServer } from './server.js';
export type { Analysis, Attribution, Name } from './terms/attribution.js';
export { OnrecordError } from './terms/error.js';
export {
  recordSchema,
  type Article,
  type LedgerRecord,
  type Speaker,
  type Statement,
} from './terms/record.js';
export type { Span } from './terms/span.js';

let loaded: AttributionEngine | undefined;
const standard = () => (loaded ??= createEngine());

/**
 * Finds the attributions and names in a text: who (source), by which words (cue), what (content).
 * @param text clean article body, paragraphs parted by a blank line.
 * @param language ISO 639-1 code; English where it is left out.
 * @returns in text order; spans are half-open, in UTF-16 code units of `text`.
 * @throws {OnrecordError} if the engine cannot be loaded.
 */
export function attribute(
  text: string,
  language: string | null = null,
  engine = standard(),
): Promise<Analysis> {
  return engine.analyse(text, language);
}

/**
 * Makes the ledger record of one article.
 * @param article as `readPage` or `readText` gives it.
 * @throws {OnrecordError} if the engine cannot be loaded.
 */
export function makeRecord(
  article: Article,
  { engine = standard(), ...options }: RecordOptions & { readonly engine?: AttributionEngine } = {},
): Promise<LedgerRecord> {
  return makeRecordWith(article, engine, options);
}
