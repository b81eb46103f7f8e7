import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readingOf } from '../../src/jobs/read-source.js';
import { sourceOfItem } from '../../src/jobs/refresh-feeds.js';
import { readFeed } from '../../src/read/feeds/feed.js';
import { readPage, readText, type Reading } from '../../src/read/index.js';

const expectedSchema = z.array(
  z.object({
    url: z.string().nullable(),
    title: z.string().nullable(),
    authors: z.array(z.string()),
    published: z.string().nullable(),
    text: z.string(),
  }),
);

/** What stands in an article, without what is found in it. */
export type ReadArticle = z.infer<typeof expectedSchema>[number];

/** A case of reading alone: a page, a scraped text, or a feed with its entries. */
export interface ReadingCase {
  readonly name: string;
  readonly expected: readonly ReadArticle[];
  /** As the program reads it now; an article that was not found has an empty text. */
  readonly read: () => ReadArticle[];
}

/** The cases of reading in a folder, by name. */
export function readingCases(folder: string): ReadingCase[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      expected: expectedSchema.parse(JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'))),
      read: () => articlesIn(join(folder, name)),
    }));
}

function articlesIn(folder: string): ReadArticle[] {
  const file = ['feed.xml', 'feed.json', 'page.html', 'input.txt'].find((name) => existsSync(join(folder, name))); // prettier-ignore
  if (file === undefined) throw new Error(`${folder} holds neither a feed, a page nor a text.`);
  const bytes = readFileSync(join(folder, file));
  if (file === 'page.html') return [shown(readPage(bytes))];
  if (file === 'input.txt') return [shown(readText(bytes.toString('utf8')))];
  const feed = readFeed(bytes.toString('utf8'));
  return feed.items.map((item) => shown(readingOf(sourceOfItem(feed.title, item))));
}

function shown({ article }: Reading): ReadArticle {
  if (article === null) return { url: null, title: null, authors: [], published: null, text: '' };
  const { url, title, authors, published, text } = article;
  return { url, title, authors, published, text };
}
