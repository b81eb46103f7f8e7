import type { Analysis } from '../terms/attribution.js';

/**
 * An attribution engine. The rule engine and the trained model both stand behind this; the pipeline takes one
 * as an argument. Deterministic: the same text gives the same analysis on every machine.
 */
export interface AttributionEngine {
  /** Name and version, stored with each statement; a change in what is found changes it. */
  readonly version: string;
  /**
   * Finds the attributions and names in a text.
   * @param text clean article body, paragraphs parted by a blank line; UTF-16 offsets refer to it.
   * @param language ISO 639-1 code, or null when unknown (treated as English).
   * @throws {OnrecordError} if the engine cannot be loaded; never because of the text.
   */
  analyse(text: string, language: string | null): Promise<Analysis>;
}
