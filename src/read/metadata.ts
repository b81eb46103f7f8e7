import { parse as parseDomain } from 'tldts';
import { z } from 'zod';
import type { PageDocument } from './dom.js';
import type { Fact, FactSource, ReadOptions } from './reading.js';

/** What a page tells of its article, each fact with its source. */
export interface Metadata {
  readonly facts: {
    readonly url: string | null;
    readonly outlet: string | null;
    readonly title: string | null;
    readonly authors: string[];
    readonly published: string | null;
    readonly modified: string | null;
  };
  readonly sources: Record<Fact, FactSource | null>;
}

type Candidates = readonly (readonly [FactSource, string | null | undefined])[];

/** Reads JSON-LD, then OpenGraph, then meta tags, then the markup and the address, in that order of trust. */
export function metadataOf(document: PageDocument, { url: given, known }: ReadOptions): Metadata {
  const ld = newsObject(document);
  const meta = (...names: string[]) => metaContent(document, names);
  const own = (address: string | null) => ofSameSite(address, given);
  const url = first([['markup', own(attribute(document, 'link[rel=canonical]', 'href'))], ['opengraph', own(meta('og:url'))], ['given', given], ['json-ld', own(text(ld?.['url']))]]); // prettier-ignore
  const outlet = first([
    ['json-ld', nameOf(ld?.['publisher'])],
    ['opengraph', meta('og:site_name')],
    ['meta', meta('application-name', 'publisher')],
    ['given', known?.outlet],
    ['url', url.value === null ? null : parseDomain(url.value).domain],
  ]);
  const heading = textOf(document, 'h1');
  const title = first([
    ['json-ld', text(ld?.['headline'])],
    ['opengraph', meta('og:title')],
    ['meta', meta('twitter:title')],
    ['markup', heading ?? textOf(document, 'title')],
    ['given', known?.title],
  ]);
  const published = first([
    ['json-ld', date(text(ld?.['datePublished']))],
    ['opengraph', date(meta('article:published_time', 'og:published_time'))],
    [
      'meta',
      date(
        meta(
          'date',
          'pubdate',
          'dc.date',
          'dc.date.issued',
          'publishdate',
          'parsely-pub-date',
          'sailthru.date',
        ),
      ),
    ],
    ['markup', date(attribute(document, 'time[datetime]', 'datetime'))],
    [
      'url',
      /\/(\d{4})\/(\d{2})\/(\d{2})\//u
        .exec(url.value ?? '')
        ?.slice(1)
        .join('-'),
    ],
    ['given', known?.published],
  ]);
  const modified = first([
    ['json-ld', date(text(ld?.['dateModified']))],
    ['opengraph', date(meta('article:modified_time'))],
  ]);
  const ldAuthors = peopleIn(ld?.['author']);
  const metaAuthors = splitByline(meta('author', 'parsely-author', 'article:author') ?? '').filter(
    (name) => !/^https?:/u.test(name),
  );
  const authors =
    ldAuthors.length > 0 ? ldAuthors : metaAuthors.length > 0 ? metaAuthors : [...(known?.authors ?? [])];
  return {
    facts: {
      url: url.value,
      outlet: outlet.value,
      title: title.value === null ? null : withoutSite(title.value, outlet.value, heading),
      authors,
      published: published.value,
      modified: modified.value,
    },
    sources: {
      url: url.source,
      outlet: outlet.source,
      title: title.source,
      authors:
        ldAuthors.length > 0
          ? 'json-ld'
          : metaAuthors.length > 0
            ? 'meta'
            : authors.length > 0
              ? 'given'
              : null,
      published: published.source,
      modified: modified.source,
    },
  };
}

/**
 * An address that a page gives itself, made absolute: without the marks of campaigns, and an AMP page's real one. Only
 * where it lies on the site that the page came from, and is no front page: else any page could pass for another's.
 */
function ofSameSite(address: string | null, given: string | undefined): string | null {
  if (address === null || !URL.canParse(address, given)) return null;
  const url = new URL(address, given);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (given === undefined) return url.href;
  const site = parseDomain(given).domain;
  const same = new URL(given).host === url.host || (site !== null && site === parseDomain(url.href).domain);
  return same && (url.pathname !== '/' || url.search !== '') ? url.href : null;
}

function first(candidates: Candidates): { value: string | null; source: FactSource | null } {
  for (const [source, value] of candidates) {
    const clean = value?.replace(/\s+/gu, ' ').trim();
    if (clean) return { value: clean, source };
  }
  return { value: null, source: null };
}

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting|NewsArticle)$/u;
const object = z.record(z.string(), z.unknown());
type LdObject = z.infer<typeof object>;

/** The article among the page's JSON-LD objects; null where there is none. Broken JSON is passed over. */
function newsObject(document: PageDocument): LdObject | null {
  const found: LdObject[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      collect(JSON.parse(script.textContent ?? ''), found, 0);
    } catch {
      // One page in fifty has JSON-LD that is none; the other sources tell the same.
      continue;
    }
  }
  return found.find((item) => articleTypes.test(text(item['@type']) ?? '')) ?? null;
}

function collect(value: unknown, found: LdObject[], depth: number): void {
  if (depth > 4 || found.length > 500) return;
  if (Array.isArray(value)) value.slice(0, 200).forEach((item) => { collect(item, found, depth + 1); }); // prettier-ignore
  const item = object.safeParse(value);
  if (!item.success || Array.isArray(value)) return;
  found.push(item.data);
  collect(item.data['@graph'], found, depth + 1);
  collect(item.data['mainEntity'], found, depth + 1);
}

function text(value: unknown): string | null {
  if (typeof value === 'string') return decodeEntities(value);
  return Array.isArray(value) ? text(value[0]) : null;
}

function decodeEntities(words: string): string {
  return words
    .replace(/&#(\d{1,6});/gu, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, '&');
}

function nameOf(value: unknown): string | null {
  const item = object.safeParse(Array.isArray(value) ? value[0] : value);
  return item.success ? text(item.data['name']) : text(value);
}

function peopleIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, 30) : [value];
  return [...new Set(list.flatMap((item) => splitByline(nameOf(item) ?? '')))];
}

/** "By A, B and C" as names. */
export function splitByline(byline: string): string[] {
  return byline
    .replace(/^\s*by\s+/iu, '')
    .split(/\s*(?:,|;|\||\band\b|&)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length < 80);
}

function metaContent(document: PageDocument, names: readonly string[]): string | null {
  for (const wanted of names) {
    for (const element of document.querySelectorAll('meta[content]')) {
      const name = element.getAttribute('property') ?? element.getAttribute('name') ?? '';
      const content = element.getAttribute('content');
      if (name.toLowerCase() === wanted && content) return content;
    }
  }
  return null;
}

function attribute(document: PageDocument, selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttribute(name) ?? null;
}

function textOf(document: PageDocument, selector: string): string | null {
  return document.querySelector(selector)?.textContent?.trim() || null;
}

/** An ISO 8601 date or date and time; null for anything else. */
function date(value: string | null): string | null {
  const clean = value?.trim() ?? '';
  if (/^\d{4}-\d{2}-\d{2}(?:$|[T ])/u.test(clean))
    return Number.isNaN(Date.parse(clean.slice(0, 10))) ? null : clean;
  const time = Date.parse(clean);
  return clean === '' || Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** A title without " | Outlet" or " - Outlet" behind it, where the page's own heading agrees or the outlet is named. */
function withoutSite(title: string, outlet: string | null, heading: string | null): string {
  const cut = /^(.{8,}?)\s+[|–—-]\s+([^|]{2,60})$/u.exec(title);
  if (cut === null) return title;
  const site = cut[2]!.toLowerCase();
  return heading?.replace(/\s+/gu, ' ') === cut[1] || site === outlet?.toLowerCase() ? cut[1]! : title;
}
