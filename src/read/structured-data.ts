import { z } from 'zod';
import type { PageDocument, PageElement } from './dom.js';

const object = z.record(z.string(), z.unknown());
type LdObject = z.infer<typeof object>;

/** What a page's JSON-LD (schema.org) tells of its article; null or empty where it is untold. */
export interface StructuredData {
  /** It is kept up to date while something goes on, under headlines that change with it. */
  readonly live: boolean;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
  readonly published: string | null;
  readonly modified: string | null;
}

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting|NewsArticle)$/u;

/**
 * Reads the article among a page's JSON-LD objects. Broken JSON is passed over.
 * @param scripts the page's script elements.
 */
export function structuredData(document: PageDocument, scripts: readonly PageElement[]): StructuredData {
  const all = objectsIn(scripts);
  const byId = new Map(
    all.filter((item) => 'name' in item).map((item) => [item['@id'], item] as const), // prettier-ignore
  );
  const article = all.find((item) => articleTypes.test(text(item['@type']) ?? ''));
  // Many sites name a person once, and refer to it by id from then on.
  const named = (value: unknown): string | null => {
    const item = object.safeParse(Array.isArray(value) ? value[0] : value);
    if (!item.success) return text(value);
    return text(item.data['name']) ?? text(byId.get(item.data['@id'])?.['name']);
  };
  const plain = (value: unknown) => decoded(document, text(value));
  const authors = article?.['author'];
  return {
    live: /LiveBlogPosting$/u.test(text(article?.['@type']) ?? ''),
    headline: plain(article?.['headline']),
    outlet: decoded(document, named(article?.['publisher'])),
    authors: (Array.isArray(authors) ? authors.slice(0, 30) : [authors]).flatMap(
      (author) => decoded(document, named(author)) ?? [],
    ),
    url: plain(article?.['url']),
    published: text(article?.['datePublished']),
    modified: text(article?.['dateModified']),
  };
}

function objectsIn(scripts: readonly PageElement[]): LdObject[] {
  const found: LdObject[] = [];
  for (const script of scripts) {
    if (script.getAttribute('type')?.trim().toLowerCase() !== 'application/ld+json') continue;
    try {
      collect(JSON.parse(script.textContent ?? ''), found, 0);
    } catch {
      // One page in fifty has JSON-LD that is none; the other sources tell the same.
      continue;
    }
  }
  return found;
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
  if (typeof value === 'string') return value;
  return Array.isArray(value) && !Array.isArray(value[0]) ? text(value[0]) : null;
}

/** Character references, which JSON has no use for and many sites write all the same, as the characters they stand for. */
function decoded(document: PageDocument, words: string | null): string | null {
  if (words === null || !/&#?\w{2,10};/u.test(words)) return words;
  const holder = document.createElement('p');
  holder.innerHTML = words.slice(0, 10_000).replaceAll('<', '&lt;');
  return holder.textContent;
}
