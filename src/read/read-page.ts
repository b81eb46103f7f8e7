import { bodyOf } from './body.js';
import { decode } from './charset.js';
import { elementsOf, parsePage } from './dom.js';
import { languageOf } from './language.js';
import { metadataOf, splitByline } from './metadata.js';
import { paragraphsOfText } from './plain-text.js';
import { left, maxPageBytes, maxTrail, noSources, type Reading, type ReadOptions } from './reading.js';
import type { Article } from '../terms/record.js';
import type { TrailEntry } from '../terms/trail.js';

const dateWords =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|views?|shares?|comments?|min(?:ute)?s?|read|edt|est|gmt)\b/giu;

/** Fewer words than this are no article. */
const fewestWords = 12;

/**
 * Finds the article in a web page: body, title, outlet, authors, date, language.
 * @param page bytes as they came, or text already decoded. At most `maxPageBytes`; longer ones are refused.
 * @returns a reading whose article is null where the page holds none; the trail says why.
 */
export function readPage(page: Uint8Array | string, options: ReadOptions = {}): Reading {
  if (page.length > maxPageBytes)
    return nothing(null, [left('size', `the page is over ${maxPageBytes} bytes`)]);
  const { text, charset } =
    typeof page === 'string' ? { text: page, charset: null } : decode(page, options.contentType);
  const html = text.replace(/\0/gu, '\ufffd');
  const document = parsePage(html);
  if (document === null)
    return nothing(charset, [left('parse', 'elements are nested deeper than any article')]);
  const elements = elementsOf(document);
  const { facts, sources } = metadataOf(document, elements, options);
  const { paragraphs, trail } = bodyOf(document, elements);
  const article = articleOf(facts, withoutHead(paragraphs, facts));
  if (article === null) return nothing(charset, [...trail, left('body', 'no article in this page')]);
  return { article, modified: facts.modified, sources, charset, trail: trail.slice(0, maxTrail) };
}

/**
 * Finds the article in a scraped or pasted text.
 * @returns a reading whose article is null where there is no prose in the text; the trail says why.
 */
export function readText(text: string, options: ReadOptions = {}): Reading {
  const { title, byline, paragraphs, trail } = paragraphsOfText(text);
  const { url, known } = options;
  const authors = known?.authors?.length ? known.authors : splitByline(byline ?? '');
  const facts = { url: url ?? null, outlet: known?.outlet ?? null, title: known?.title ?? title, authors: [...authors], published: known?.published ?? null }; // prettier-ignore
  const article = articleOf(facts, paragraphs);
  if (article === null) return nothing(null, [...trail, left('body', 'no article in this text')]);
  const from = (told: unknown, found: unknown) => (told !== undefined ? 'given' : found !== null ? 'text' : null); // prettier-ignore
  const sources: Reading['sources'] = {
    ...noSources,
    url: from(url, null),
    outlet: from(known?.outlet, null),
    title: from(known?.title, title),
    authors: known?.authors?.length ? 'given' : authors.length > 0 ? 'text' : null,
    published: from(known?.published, null),
  };
  return { article, modified: null, sources, charset: null, trail: trail.slice(0, maxTrail) };
}

function articleOf(facts: Omit<Article, 'language' | 'text'>, paragraphs: readonly string[]): Article | null {
  const text = storable(paragraphs.join('\n\n'));
  if ((text.match(/\p{L}+/gu) ?? []).length < fewestWords) return null;
  const { url, outlet, title, authors, published } = facts;
  return { url, outlet: outlet && storable(outlet), title: title && storable(title), authors: authors.map(storable), published, language: languageOf(text), text }; // prettier-ignore
}

/** NUL and half a surrogate pair can be neither stored nor sent; one for one, so that no offset moves. */
function storable(words: string): string {
  return words.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}

/** Lines of a page's head that the markup did not give away: the title again, the date, the byline, view counts. */
function withoutHead(
  paragraphs: readonly string[],
  { title, authors }: Pick<Article, 'title' | 'authors'>,
): string[] {
  const plain = (line: string) =>
    authors.reduce(
      (rest, name) => rest.replace(name, ''),
      line.replace(/\b(?:by|on|published|updated|staff)\b/giu, ''),
    );
  const isHead = (line: string) =>
    line === title || (line.length < 90 && !/\p{Ll}{3}/u.test(plain(line).replace(dateWords, '')));
  const first = paragraphs.findIndex((line) => !isHead(line));
  return first === -1 ? [] : paragraphs.slice(first);
}

function nothing(charset: string | null, trail: TrailEntry[]): Reading {
  return { article: null, modified: null, sources: noSources, charset, trail: trail.slice(-maxTrail) };
}
