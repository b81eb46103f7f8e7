import { parseFeed } from 'feedsmith';
import { z } from 'zod';
import { OnrecordError } from '../../terms/error.js';
import { webUrl, type FeedItem } from './item.js';
import { looksLikeSitemap, readSitemap } from './sitemap.js';

export interface Feed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap';
  readonly title: string | null;
  /** In the feed's order, at most `maxItems`. */
  readonly items: readonly FeedItem[];
  /** There were entries beyond `maxItems`, which were left out. */
  readonly cut: boolean;
  /** Addresses of further sitemaps, newest first, where this is a list of them. */
  readonly parts: readonly string[];
}

/** The text is no feed, or none that can be read. */
export class FeedError extends OnrecordError {}

/** Entries of one feed; a news feed has 10 to 100, a news sitemap 1,000 at most. */
export const maxItems = 5000;
/** UTF-16 code units of one feed: a million entries are longer than this. */
export const maxFeedLength = 10 * 1024 * 1024;

const text = z.string().trim().min(1).max(5000).optional().catch(undefined);
const content = z.string().trim().min(1).optional().catch(undefined);
/** Atom gives its texts as objects since they have a type; the others as they are. */
const valued = (of: typeof content) =>
  z.union([z.object({ value: of }).transform(({ value }) => value), of]).catch(undefined);
const named = z.union([z.object({ name: text }).transform(({ name }) => name), text]).catch(undefined);
const list = <T extends z.ZodType>(of: T) => z.array(of).max(200).optional().catch(undefined);

/** What any of the four formats may say of an entry; what has another shape counts as untold. */
const itemSchema = z.object({
  title: valued(text),
  link: text,
  url: text,
  id: text,
  links: list(z.object({ href: text, rel: text })),
  guid: z.object({ value: text, isPermaLink: z.boolean().optional() }).optional().catch(undefined),
  pubDate: text,
  published: text,
  updated: text,
  date_published: text,
  date_modified: text,
  authors: list(named),
  dc: z
    .object({ creators: list(text), dates: list(text) })
    .optional()
    .catch(undefined),
  description: content,
  summary: valued(content),
  content: z
    .union([z.object({ encoded: content, value: content }), content])
    .optional()
    .catch(undefined),
  content_html: content,
  content_text: content,
});
type RawItem = z.infer<typeof itemSchema>;

const feedSchema = z.object({
  title: valued(text),
  link: text,
  home_page_url: text,
  links: list(z.object({ href: text, rel: text })),
  items: z.array(z.unknown()).optional().catch([]),
  entries: z.array(z.unknown()).optional().catch([]),
});

/**
 * Reads RSS 2.0, RSS 1.0 (RDF), Atom, JSON Feed, or a sitemap.
 * @param source the feed's text. @param base address that relative links are taken from.
 * @throws {FeedError} where it is none of these, or longer than `maxFeedLength`.
 */
export function readFeed(source: string, base?: string): Feed {
  if (source.length > maxFeedLength)
    throw new FeedError(`it is over ${maxFeedLength / 2 ** 20} MB, the limit for a feed.`);
  if (looksLikeSitemap(source)) return { format: 'sitemap', title: null, ...readSitemap(source, maxItems) };
  const { format, feed } = parsed(source);
  const known = feedSchema.parse(feed);
  const entries = known.items ?? known.entries ?? [];
  const origin = base ?? known.link ?? known.home_page_url ?? known.links?.find(({ href }) => webUrl(href) !== null)?.href; // prettier-ignore
  const items = entries.slice(0, maxItems).flatMap((entry): FeedItem[] => {
    const item = itemSchema.safeParse(entry);
    return item.success ? [itemOf(item.data, origin)] : [];
  });
  return { format, title: known.title ?? null, items, cut: entries.length > maxItems, parts: [] };
}

function parsed(source: string): { format: Exclude<Feed['format'], 'sitemap'>; feed: unknown } {
  try {
    return parseFeed(source, { maxItems: maxItems + 1 });
  } catch (error) {
    throw new FeedError('it is no RSS, Atom or JSON feed, and no sitemap, that can be read.', {
      cause: error,
    });
  }
}

function itemOf(item: RawItem, base: string | undefined): FeedItem {
  const published = item.pubDate ?? item.published ?? item.date_published ?? item.dc?.dates?.[0];
  const authors = [...(item.authors ?? []), ...(item.dc?.creators ?? [])];
  return {
    url: webUrl(addressOf(item), base),
    title: item.title === undefined ? null : withoutMarkup(item.title),
    authors: [...new Set(authors.filter((name) => name !== undefined))],
    published: isoDate(published ?? item.updated),
    updated: item.updated ?? item.date_modified ?? null,
    html: longest(contentsOf(item)),
  };
}

function addressOf({ link, url, links, guid, id }: RawItem): string | undefined {
  const alternate = links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
  const permanent = guid?.isPermaLink === false ? undefined : guid?.value;
  return link ?? url ?? alternate ?? permanent ?? id;
}

function contentsOf(item: RawItem): (string | undefined)[] {
  const inner = typeof item.content === 'string' ? { value: item.content, encoded: undefined } : item.content;
  return [inner?.encoded, inner?.value, item.content_html, asHtml(item.content_text), item.summary, item.description]; // prettier-ignore
}

function longest(parts: readonly (string | undefined)[]): string | null {
  return parts.reduce<string | null>(
    (best, part) => (part !== undefined && part.length > (best?.length ?? 0) ? part : best),
    null,
  );
}

function isoDate(date: string | undefined): string | null {
  if (date === undefined) return null;
  if (/^\d{4}-\d{2}-\d{2}/u.test(date)) return date;
  const time = Date.parse(date);
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace('.000Z', 'Z');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** Titles of type html carry escaped markup; a title is shown as text, so what is left of it is only noise. */
function withoutMarkup(title: string): string {
  return title
    .replace(/<\/?[a-z][^<>]{0,200}>/giu, '')
    .replace(/&(lt|gt|quot|#39|amp);/gu, (_, name: string) => entities[name]!);
}

function asHtml(plain: string | undefined): string | undefined {
  const escaped = plain?.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return escaped?.split(/\n\s*\n/u).map((paragraph) => `<p>${paragraph}</p>`).join('\n'); // prettier-ignore
}
