import type { Span } from './span.js';

/** Why a stage left something out or stayed silent: kept so that a reader can check the decision. */
export interface TrailEntry {
  readonly stage: 'read' | 'attribute' | 'resolve' | 'interpret';
  /** The rule or step, in a few words. */
  readonly step: string;
  readonly reason: string;
  /** Place in the clean text where there is one. */
  readonly span?: Span;
  /** The start of the words concerned (hostile: escape it), at most 200 code units. */
  readonly text?: string;
}
