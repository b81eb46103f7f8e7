import { generateOpml, parseOpml } from 'feedsmith';
import { z } from 'zod';
import { FeedError, maxFeedLength, maxItems } from './feed.js';
import { webUrl } from './item.js';

/** A feed in a list of feeds. */
export interface ListedFeed {
  readonly title: string | null;
  readonly url: string;
}

const text = z.string().trim().min(1).max(5000).optional().catch(undefined);
interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}
const outline: z.ZodType<Outline> = z.lazy(() =>
  z.object({ text, title: text, xmlUrl: text, outlines: z.array(outline).optional() }),
);
const opmlSchema = z.object({ body: z.object({ outlines: z.array(outline).optional() }).optional() });

/** Folders in folders; lists of people have two or three. */
const deepest = 20;

/** The feeds in an OPML list, in its order, folders opened; at most `maxItems`. @throws {FeedError} where it is no OPML. */
export function feedsInOpml(source: string): ListedFeed[] {
  if (source.length > maxFeedLength) throw new FeedError(`it is over ${maxFeedLength / 2 ** 20} MB, the limit.`); // prettier-ignore
  const found: ListedFeed[] = [];
  const visit = (outlines: readonly Outline[] | undefined, depth: number): void => {
    for (const { text: label, title, xmlUrl, outlines: below } of outlines ?? []) {
      const url = webUrl(xmlUrl);
      if (url !== null && found.length < maxItems) found.push({ title: title ?? label ?? null, url });
      if (depth < deepest) visit(below, depth + 1);
    }
  };
  try {
    visit(opmlSchema.parse(parseOpml(source)).body?.outlines, 0);
  } catch (error) {
    throw new FeedError('it is no OPML list that can be read.', { cause: error });
  }
  return found;
}

/** An OPML list of feeds, for other feed readers. */
export function opmlOf(feeds: readonly ListedFeed[]): string {
  return generateOpml({
    head: { title: 'Feeds that onrecord follows' },
    body: { outlines: feeds.map(({ title, url }) => ({ type: 'rss', text: title ?? url, xmlUrl: url })) },
  });
}
