import type { Article } from '../terms/record.js';
import type { TrailEntry } from '../terms/trail.js';

/** Where a fact about the article came from, in order of trust. `given` is what the caller passed in. */
export type FactSource = 'given' | 'json-ld' | 'opengraph' | 'meta' | 'markup' | 'url' | 'text';

/** The facts whose source is kept. */
export type Fact = 'url' | 'outlet' | 'title' | 'authors' | 'published' | 'modified';

/** What reading one page or text gave. All strings come from strangers: escape them when shown. */
export interface Reading {
  /** Null when there is no article in it; the trail's last entry then says why. */
  readonly article: Article | null;
  /** ISO 8601 date or date and time of the last change that the page tells; null when untold. */
  readonly modified: string | null;
  /** The source of each fact; null for a fact that is not told. */
  readonly sources: Readonly<Record<Fact, FactSource | null>>;
  /** Name of the character set the bytes were read in, in lower case; null for input that came as a string. */
  readonly charset: string | null;
  /** What was left out, and why, in text order. At most `maxTrail` entries. */
  readonly trail: readonly TrailEntry[];
}

/** What is known about the input from elsewhere. */
export interface ReadOptions {
  /** Address it was fetched from. */
  readonly url?: string | undefined;
  /** Content-Type header it was sent with, for its charset. */
  readonly contentType?: string | undefined;
  /** Facts known from outside (a feed's entry), used where the page itself tells nothing. */
  readonly known?:
    | {
        readonly title?: string | undefined;
        readonly outlet?: string | undefined;
        readonly authors?: readonly string[] | undefined;
        readonly published?: string | undefined;
      }
    | undefined;
}

/**
 * Version of the reader: raised where it finds another text or other facts in the same page, so that stored pages are read
 * again.
 */
export const readerVersion = 'reader/2';

/** Bytes of one page beyond this are not read: a news page has 0.1 to 3 MB. */
export const maxPageBytes = 20 * 1024 * 1024;
/** Entries of a trail; a page of a million boilerplate lines keeps the first ones. */
export const maxTrail = 500;

/** No fact found. */
export const noSources: Readonly<Record<Fact, FactSource | null>> = {
  url: null,
  outlet: null,
  title: null,
  authors: null,
  published: null,
  modified: null,
};

/** A trail entry of this stage. `text` is cut to the length that trails allow. */
export function left(step: string, reason: string, text?: string): TrailEntry {
  return { stage: 'read', step, reason, ...(text === undefined ? {} : { text: text.slice(0, 200) }) };
}
