import { DOMParser } from 'linkedom';
import type { PageDocument, PageElement } from '../dom.js';
import { webUrl, type FeedItem } from './item.js';

/** Sitemaps in a list of them that are followed, newest first: the older ones tell of old articles. */
const maxParts = 10;

/** Whether a text is a sitemap or a list of sitemaps (sitemaps.org 0.9), by its first characters. */
export function looksLikeSitemap(source: string): boolean {
  return /<(?:[\w-]+:)?(?:urlset|sitemapindex)[\s>]/u.test(source.slice(0, 4000));
}

/**
 * The articles of a sitemap, with the title and date that a news sitemap gives of each, or the addresses of further
 * sitemaps. Entries that name no web address are left out.
 */
export function readSitemap(
  source: string,
  most: number,
): { items: FeedItem[]; cut: boolean; parts: string[] } {
  // The library's types describe a browser's document, which this project compiles without. It unfolds no entities.
  const document = new DOMParser().parseFromString(source, 'text/xml') as unknown as PageDocument;
  const urls = [...document.querySelectorAll('url')];
  const parts = [...document.querySelectorAll('sitemap')]
    .map((part) => ({
      url: webUrl(textIn(part, 'loc') ?? undefined),
      changed: textIn(part, 'lastmod') ?? '',
    }))
    .filter((part): part is { url: string; changed: string } => part.url !== null)
    .sort((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0))
    .slice(0, maxParts);
  return {
    items: urls.slice(0, most).flatMap(itemOf),
    cut: urls.length > most,
    parts: parts.map(({ url }) => url),
  };
}

function itemOf(element: PageElement): FeedItem[] {
  const url = webUrl(textIn(element, 'loc') ?? undefined);
  if (url === null) return [];
  const published = textIn(element, 'news:publication_date');
  return [
    {
      url,
      title: textIn(element, 'news:title'),
      authors: [],
      published: published !== null && /^\d{4}-\d{2}-\d{2}/u.test(published) ? published : null,
      updated: textIn(element, 'lastmod'),
      html: null,
    },
  ];
}

function textIn(element: PageElement, name: string): string | null {
  for (const child of element.querySelectorAll('*'))
    if (child.nodeName.toLowerCase() === name) return child.textContent?.trim().slice(0, 5000) || null;
  return null;
}
