import type { Span } from '../../terms/span.js';
import type { Act, Kind, Relation, Stance } from '../../terms/vocabulary.js';
import type { Page } from '../queries/page.js';
import type { StatementRow } from '../queries/statements.js';

/**
 * Which statements; what is left out does not limit. All strings may be hostile. Days are ISO 8601, bounds inclusive.
 * A name fits when each word asked begins a word of it; accents and capitals do not count.
 */
export interface StatementFilter {
  /** `word "a phrase" -without begin* one or other`, in the statement's own words. */
  readonly words?: string | undefined;
  /** The speaker's name as told or another of his names, or the words that describe one who is not named. */
  readonly speaker?: string | undefined;
  /** The speaker of just this name, capitals aside, under all his names where it is one's alone. */
  readonly speakerName?: string | undefined;
  /** Of this person or body, whatever each article calls them: the id of an entity that no other holds. */
  readonly entityId?: string | undefined;
  readonly role?: string | undefined;
  readonly outlet?: string | undefined;
  /** Whom or what the statement is about, its positions and relations included. */
  readonly entity?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly act?: Act | undefined;
  /** A stance that the statement commits its speaker to. */
  readonly stance?: Stance | undefined;
  /** A relation that the statement takes a position on, or says to hold. */
  readonly relation?: Relation | undefined;
  /** Published (where untold, recorded) on or after this day. */
  readonly from?: string | undefined;
  /** Published (where untold, recorded) on or before this day. */
  readonly to?: string | undefined;
  /** The newest reading was recorded on or after this day (UTC). */
  readonly recordedFrom?: string | undefined;
  /** The newest reading was recorded on or before this day (UTC). */
  readonly recordedTo?: string | undefined;
  /** In [0, 1]; statements without a confidence are kept. */
  readonly minConfidence?: number | undefined;
  /** Only what was on record at this instant, as it was then. */
  readonly asKnown?: Date | undefined;
}

/** How a search may be sorted. */
export const sorts = ['time', 'relevance'] as const;
export type Sort = (typeof sorts)[number];

/** What a question is compared by: the statements' words, their meaning, or both together. */
export const comparisons = ['words', 'meaning', 'both'] as const;
export type Comparison = (typeof comparisons)[number];

/** A filter, and how its `words` are taken. */
export interface Asking extends StatementFilter {
  /** `words` (the default); `meaning`: the nearest 200 in meaning, in whichever words; `both`: the two lists as one. */
  readonly by?: Comparison | undefined;
}

export interface SearchQuery extends Asking {
  /** `time` (the default): newest published first. `relevance`: best fit of `words` among the newest that fit. Search by meaning always puts the nearest first. */
  readonly sort?: Sort | undefined;
  /** `next` of the page before; what cannot be read starts at the beginning. */
  readonly cursor?: string | undefined;
  /** At most this many; 50 by default. */
  readonly limit?: number | undefined;
}

/** A statement that fits, and where the words asked for stand. */
export interface SearchHit {
  readonly statement: StatementRow;
  /** In text order; offsets as the statement's own, into the article's text. Empty where no words were asked. */
  readonly highlights: readonly Span[];
}

export type SearchPage = Page<SearchHit>;

/** A value and how many of the statements counted have it. */
export interface FacetCount {
  readonly value: string;
  readonly statements: number;
}

/** What narrowing a search would leave. Commonest first, at most 20 each; months newest first, at most 36. */
export interface Facets {
  /** Statements counted: all that fit, or where `more` is true the newest 10,000 of them; by meaning the nearest 200. */
  readonly statements: number;
  readonly more: boolean;
  readonly speaker: readonly FacetCount[];
  readonly outlet: readonly FacetCount[];
  readonly kind: readonly FacetCount[];
  readonly act: readonly FacetCount[];
  readonly stance: readonly FacetCount[];
  readonly relation: readonly FacetCount[];
  /** `2024-05`. */
  readonly month: readonly FacetCount[];
}
