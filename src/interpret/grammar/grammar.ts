import type { relations } from '../../terms/vocabulary.js';

/**
 * How a relation is put into words: one file a relation. A row is lemmas in order, `|` parts alternatives; determiners
 * and adjectives between its words are passed over. The first word carries the row. Slots:
 *
 * - `OBJ` the object, a place, or several; `BODY` the same, but a union, alliance or other body;
 * - `LAND` the same, but no body;
 * - `OLD` what the object takes the place of ("switched recognition from OLD to OBJ");
 * - `OWNER` whose the next word is ("backs OWNER plan"), `DEED` whose attack or annexation it is ("condemned DEED");
 * - `SAME` nothing: what was last told to be recognised, a sentence before at most;
 * - `TOPIC` nothing: what the article tells it of ("opposes the accession");
 * - `PRE` nothing: a body stands before the word ("NATO membership");
 * - `MEMBER` whom a body takes in: subject of the relation, the body being the object ("the Union will admit MEMBER");
 * - `PAIR` two places, subject and object ("talks between PAIR").
 */
export interface RelationGrammar {
  readonly relation: (typeof relations)[number];
  /** Verbs also match in the passive where the row is a verb and `OBJ` alone. */
  readonly verbs: readonly string[];
  /** The subject is the owner ("Veloria's …"), or stands behind "of" or "by". */
  readonly nouns: readonly string[];
  /** Verbs whose subject is two or more places, the object being the others: rows without a slot ("cut ties"). */
  readonly mutual?: readonly string[];
  /** Rows with a `MEMBER`: what a body does or has ("admit MEMBER", "door open to MEMBER"). */
  readonly admits?: readonly string[];
  /** The nouns name something done: "Veloria's annexation of Tarn" tells that Veloria annexed it. */
  readonly done?: true;
  /** The words say that the relation is sought: polarity `prospective`. */
  readonly ahead?: true;
  /** The words say that the relation ended: polarity `withdrawn` where it has happened. */
  readonly ends?: true;
  /** Invented sentences that run as tests: what the outlet says, as `Subject > Object polarity`. */
  readonly examples: readonly (readonly [sentence: string, ...expected: string[]])[];
}
