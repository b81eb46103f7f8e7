import { parse as parseDomain } from 'tldts';
import type { PageDocument, PageElement } from './dom.js';
import type { Fact, FactSource, ReadOptions } from './reading.js';
import { structuredData } from './structured-data.js';

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
export function metadataOf(
  document: PageDocument,
  elements: readonly PageElement[],
  { url: given, known }: ReadOptions,
): Metadata {
  const named = (name: string) => elements.filter(({ localName }) => localName === name);
  const ld = structuredData(document, named('script'));
  const meta = metaTags(named('meta'));
  const canonical = named('link').find((link) => link.getAttribute('rel')?.toLowerCase() === 'canonical');
  const time = named('time').find((element) => element.hasAttribute('datetime'));
  const own = (address: string | null) => ofSameSite(address, given);
  const url = first([['markup', own(canonical?.getAttribute('href') ?? null)], ['opengraph', own(meta('og:url'))], ['given', given], ['json-ld', own(ld.url)]]); // prettier-ignore
  const outlet = first([
    ['json-ld', ld.outlet],
    ['opengraph', meta('og:site_name')],
    ['meta', meta('application-name', 'publisher')],
    ['given', known?.outlet],
    ['url', url.value === null ? null : parseDomain(url.value).domain],
  ]);
  const pageTitle = named('title')[0]?.textContent?.trim() || null;
  const headings = headingsOf(named('h1'), outlet.value);
  const heading = headings.find((words) => pageTitle?.includes(words) === true) ?? headings[0] ?? null;
  const headline = ['json-ld', ld.headline] as const;
  const shared = ['opengraph', meta('og:title')] as const;
  const title = first([
    // The headline of a live blog changes by the hour and tells of its newest entry; the title it is shared by stays.
    ...(ld.live ? [shared, headline] : [headline, shared]),
    ['meta', meta('twitter:title')],
    ['markup', heading ?? pageTitle],
    ['given', known?.title],
  ]);
  const published = first([
    ['json-ld', date(ld.published)],
    ['opengraph', date(meta('article:published_time', 'og:published_time'))],
    ['meta', date(meta('date', 'pubdate', 'dc.date', 'dc.date.issued', 'publishdate', 'parsely-pub-date', 'sailthru.date'))],
    ['markup', date(time?.getAttribute('datetime') ?? null)],
    ['url', /\/(\d{4})\/(\d{2})\/(\d{2})\//u.exec(url.value ?? '')?.slice(1).join('-')],
    ['given', known?.published],
  ]); // prettier-ignore
  const modified = first([
    ['json-ld', date(ld.modified)],
    ['opengraph', date(meta('article:modified_time'))],
  ]);
  const authors = firstNames([
    ['json-ld', ld.authors],
    ['meta', [meta('author', 'parsely-author', 'article:author') ?? '', writtenBy(meta) ?? '']],
    ['markup', bylineOf(elements)],
    ['given', known?.authors ?? []],
  ]);
  return {
    facts: {
      url: url.value,
      outlet: outlet.value,
      title: title.value === null ? null : withoutSite(title.value, outlet.value, headings),
      authors: authors.value,
      published: published.value,
      modified: modified.value,
    },
    sources: {
      url: url.source,
      outlet: outlet.source,
      title: title.source,
      authors: authors.source,
      published: published.source,
      modified: modified.source,
    },
  };
}

/** The page's main headings in its order, but for those that are empty, longer than any title, or name the site. */
function headingsOf(headings: readonly PageElement[], outlet: string | null): string[] {
  return headings
    .slice(0, 20)
    .map((element) => (element.textContent ?? '').replace(/\s+/gu, ' ').trim())
    .filter((words) => words !== '' && words.length <= 300 && words.toLowerCase() !== outlet?.toLowerCase());
}

type Meta = (...names: string[]) => string | null;

/** What the meta tags say, by property or name, the first of each. */
function metaTags(elements: readonly PageElement[]): Meta {
  const found = new Map<string, string>();
  for (const element of elements) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? '').toLowerCase();
    const content = element.getAttribute('content');
    if (content && !found.has(name)) found.set(name, content);
  }
  return (...names) => names.map((name) => found.get(name)).find((content) => content !== undefined) ?? null;
}

/** The author as sharing cards show it: a label, and beside it the name. */
function writtenBy(meta: Meta): string | null {
  const n = ['1', '2'].find((i) => /^(?:written )?by\b|^author/iu.test(meta(`twitter:label${i}`) ?? ''));
  return n === undefined ? null : meta(`twitter:data${n}`);
}

/** Names that the markup itself says are the author's. */
function bylineOf(elements: readonly PageElement[]): string[] {
  const isMarked = (element: PageElement) => element.getAttribute('itemprop') === 'author' || element.getAttribute('rel') === 'author'; // prettier-ignore
  const marked = elements.filter(isMarked).slice(0, 10);
  return marked.map((element) => element.querySelector('[itemprop=name]') ?? element).map((element) => (element.textContent ?? '').trim()); // prettier-ignore
}

function firstNames(candidates: readonly (readonly [FactSource, readonly string[]])[]): {
  value: string[];
  source: FactSource | null;
} {
  for (const [source, bylines] of candidates) {
    const value = [...new Set(bylines.flatMap(splitByline))].filter((name) => !/^https?:/u.test(name));
    if (value.length > 0) return { value, source };
  }
  return { value: [], source: null };
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

/** "By A, B and C" as names. */
export function splitByline(byline: string): string[] {
  return byline
    .replace(/^\s*by\s+/iu, '')
    .split(/\s*(?:,|;|\||\band\b|&)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length < 80);
}

/** An ISO 8601 date or date and time; null for anything else. */
function date(value: string | null): string | null {
  const clean = value?.trim() ?? '';
  if (/^\d{4}-\d{2}-\d{2}(?:$|[T ])/u.test(clean))
    return Number.isNaN(Date.parse(clean.slice(0, 10))) ? null : clean;
  const time = Date.parse(clean);
  return clean === '' || Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** A title without " | Outlet" or " - Outlet" behind it, where a heading of the page agrees or the outlet is named. */
function withoutSite(title: string, outlet: string | null, headings: readonly string[]): string {
  const whole = headings.find((words) => words.length >= 8 && isBehind(title, words));
  if (whole !== undefined) return whole;
  const cut = /^(.{8,}?)\s+[|–—-]\s+([^|]{2,60})$/u.exec(title);
  return cut !== null && cut[2]!.toLowerCase() === outlet?.toLowerCase() ? cut[1]! : title;
}

/** Whether nothing but what a site adds stands behind a heading in a title: a mark, and some words of it. */
function isBehind(title: string, heading: string): boolean {
  return title.startsWith(heading) && /^\s+[|–—*·•»-]\s+\S/u.test(title.slice(heading.length));
}
