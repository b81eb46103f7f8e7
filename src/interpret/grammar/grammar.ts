import type { relations } from '../../terms/vocabulary.js';

/**
 * How a relation is put into words. A pattern is a row of lemmas with `OBJ` where the object stands, or
 * `BODY` where it must be a union, alliance or other body; `|` parts alternatives. Determiners and adjectives between its words are passed over. The first
 * word carries the pattern; verbs also match in the passive where the object follows the verb at once.
 */
export interface RelationGrammar {
  readonly relation: (typeof relations)[number];
  readonly verbs: readonly string[];
  readonly nouns: readonly string[];
  /** The words say that the relation ended: polarity `withdrawn` where it has happened. */
  readonly ends?: true;
  /** Invented sentences that run as tests: what the outlet says, as `Subject > Object polarity`. */
  readonly examples: readonly (readonly [sentence: string, ...expected: string[]])[];
}
