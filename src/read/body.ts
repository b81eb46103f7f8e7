import { Readability } from '@mozilla/readability';
import { blocksOf, type Block } from './blocks.js';
import type { PageDocument, PageElement } from './dom.js';

/** Never prose, whatever stands in them. */
const never =
  'script, style, noscript, template, svg, button, input, select, textarea, figcaption, dialog, nav, form, [hidden], [role=navigation], [role=dialog], [role=banner], [role=search], [role=complementary]';

/** Finds the paragraphs of the article in a page, and changes the page while doing so. [] when there is none. */
export function bodyOf(document: PageDocument): Block[] {
  for (const element of document.querySelectorAll(never)) element.remove();
  for (const figure of document.querySelectorAll('figure')) figure.remove();
  const found = new Readability<PageElement>(document as never, {
    serializer: (node) => node as unknown as PageElement,
    charThreshold: 250,
  }).parse();
  return found?.content ? blocksOf(found.content) : [];
}
