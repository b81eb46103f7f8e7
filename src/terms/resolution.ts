import type { Speaker } from './record.js';
import type { Span } from './span.js';
import type { SpeakerType } from './vocabulary.js';

/** Who or what the article's mentions refer to, within that article alone. */
export interface ArticleEntity {
  /** Canonical: the fullest name that the article itself gives, without titles. */
  readonly name: string;
  readonly type: Exclude<SpeakerType, 'unnamed'>;
  /** Fullest description in the article, word for word, qualifiers kept; null if none. */
  readonly role: string | null;
  /** Every mention resolved to it, names and descriptions and pronouns, in text order. */
  readonly mentions: readonly Span[];
}

/** What the resolve stage makes of an analysis. */
export interface Resolution {
  /** One a attribution, in the analysis' order. */
  readonly speakers: readonly Speaker[];
  /** In order of first mention. */
  readonly entities: readonly ArticleEntity[];
}
