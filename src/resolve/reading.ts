import type { Span } from '../terms/span.js';
import type { Document } from './document.js';
import type { Entity, Inventory } from './inventory.js';
import type { NameMention } from './name-type.js';

/** Whom a source names: several for a list, none where unnamed or unsure. `confidence` in [0, 1]. */
export interface Found {
  readonly entities: readonly Entity[];
  readonly confidence: number;
  /** A body or work that the phrase itself names ("the Castellan administration"). */
  readonly made?: { readonly name: string; readonly type: 'organization' | 'work' | 'group' };
}

/** What the rules look at while they go through an article's attributions in text order. */
export interface Reading {
  readonly document: Document;
  readonly names: readonly NameMention[];
  readonly inventory: Inventory;
  /** Speakers of the statements before this one, the latest last; `at` is the source's offset, `cue` lower-cased. */
  readonly past: { readonly at: number; readonly found: Found; readonly cue: string }[];
  /** Resolved pronouns and descriptions. */
  readonly extra: Map<Entity, Span[]>;
}

/** Unnamed, or unsure. */
export const nobody: Found = { entities: [], confidence: 0.6 };

/** Plainly nobody by name: "critics", "two officials". Right in 31 of 33 such sources of the dev set. */
export const vague: Found = { entities: [], confidence: 0.9 };
