/** A feed's entry, with what it tells of the article. All strings come from strangers. */
export interface FeedItem {
  /** Absolute http or https address of the article; null where none is given. */
  readonly url: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  /** ISO 8601; null when untold or unreadable. */
  readonly published: string | null;
  /** When the entry was last changed, as the feed writes it; null when untold. */
  readonly updated: string | null;
  /** The entry's own content as HTML, the longest that it gives; null where there is none. */
  readonly html: string | null;
}

/** An absolute http or https address; null for anything else. */
export function webUrl(address: string | undefined, base?: string): string | null {
  if (address === undefined || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}
