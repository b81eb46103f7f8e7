import type { Span } from './span.js';

/**
 * Source, cue and content found in a text, after the PolNeAR guideline (Newell, Margolin, Ruths, LREC 2018):
 * any span that the text ascribes to a source, be it speech, writing, belief, intention or feeling.
 * Span lists are in text order, trimmed; within one attribution the three roles share no character.
 */
export interface Attribution {
  /** Words that name who; [] where the article leaves it out. */
  readonly source: readonly Span[];
  /** Words that attribute; [] for a bare quotation. */
  readonly cue: readonly Span[];
  /** What is attributed; one span a paragraph where a quotation runs over several. Never []. */
  readonly content: readonly Span[];
  /** Calibrated probability in [0, 1] that source and content are right. */
  readonly confidence: number;
}

/** What a proper name in the text names, as far as the words tell. */
export const nameTypes = ['person', 'organization', 'place', 'nationality', 'other'] as const;
export type NameType = (typeof nameTypes)[number];

/** A proper name in the text. `confidence` in [0, 1]. */
export interface Name {
  readonly span: Span;
  readonly type: NameType;
  readonly confidence: number;
}

/** What the attribution stage finds in a text: both lists in text order. */
export interface Analysis {
  readonly attributions: readonly Attribution[];
  readonly names: readonly Name[];
}
