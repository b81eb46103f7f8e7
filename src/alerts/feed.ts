import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { Alert, StoredFiring } from '../ledger/ledger.js';

export const feedFormats = {
  rss: { contentType: 'application/rss+xml; charset=utf-8' },
  atom: { contentType: 'application/atom+xml; charset=utf-8' },
  json: { contentType: 'application/feed+json; charset=utf-8' },
} as const;
export type FeedFormat = keyof typeof feedFormats;

/**
 * What an alert found, as a feed.
 * @param firings newest first.
 * @param base address of the pages, ending with a slash.
 */
export function feedOf(
  { id, name, createdAt }: Pick<Alert, 'id' | 'name' | 'createdAt'>,
  firings: readonly StoredFiring[],
  format: FeedFormat,
  base: string,
): string {
  const updated = new Date(firings[0]?.firedAt ?? createdAt);
  const items = firings.map((firing) => ({
    id: `urn:onrecord:alert:${id}:${encodeURIComponent(firing.key).slice(0, 500)}`,
    title: firing.title.slice(0, 300),
    link: linkTo(firing, base),
    why: firing.why,
    date: new Date(firing.firedAt),
  }));
  const description = `onrecord alert: ${name}`;
  if (format === 'rss')
    return generateRssFeed({ title: escaped(name), link: base, description: escaped(description), lastBuildDate: updated, items: items.map(({ id: value, title, link, why, date }) => ({ guid: { value, isPermaLink: false }, title: escaped(title), link, description: escaped(why), pubDate: date })) }); // prettier-ignore
  if (format === 'atom')
    return generateAtomFeed({ id: `urn:onrecord:alert:${id}`, title: { value: name }, updated, authors: [{ name: 'onrecord' }], links: [{ href: base }], entries: items.map(({ id: entry, title, link, why, date }) => ({ id: entry, title: { value: title }, updated: date, links: [{ href: link }], summary: { value: why } })) }); // prettier-ignore
  return JSON.stringify(generateJsonFeed({ title: name, home_page_url: base, description, items: items.map(({ id: item, title, link, why, date }) => ({ id: item, title, url: link, content_text: why, date_published: date })) })); // prettier-ignore
}

/** Where a firing can be looked up. */
export function linkTo({ statementId, articleId }: StoredFiring, base: string): string {
  return new URL(statementId === null ? `articles/${articleId}` : `statements/${statementId}`, base).href;
}

/** RSS readers take titles and descriptions for HTML: strangers' words must not be markup there. Atom says what is text. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
