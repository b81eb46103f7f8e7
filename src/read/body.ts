import { Readability } from '@mozilla/readability';
import { boilerplate, noWords } from './boilerplate.js';
import { textNode, type PageDocument, type PageElement, type PageNode } from './dom.js';
import { left } from './reading.js';
import type { TrailEntry } from '../terms/trail.js';

/** Never part of an article's prose. */
const dropped = new Set('script style noscript template figure figcaption button iframe svg'.split(' '));
/** Not prose either, unless the page keeps its article in one: some frameworks wrap the whole page in a form. */
const suspect = new Set('nav aside form footer'.split(' '));
/** Elements that are boxes where their names say so. */
const boxLike = new Set('div section ul ol p span td header'.split(' '));
/** Class names and ids of boxes that news pages put into or around the body. */
const boxes =
  /(?:^|[\s_-])(?:related|trending|most-?read|read-?more|also|hot|newsletter|subscribe|signup|share|sharing|soc|social|cookie|consent|promo|advert|ad-slot|caption|credit|comments?|breadcrumbs?|byline|tags|author-bio|paywall|recommend(?:ed|ations)?|popular)(?:$|[\s_-])/iu;

/**
 * Finds the article's paragraphs in a page; none where it holds no article. Built on Mozilla's Readability.
 * @param document is taken apart on the way. @param elements all of it, in its order.
 */
export function bodyOf(
  document: PageDocument,
  elements: readonly PageElement[],
): { paragraphs: string[]; trail: TrailEntry[] } {
  const trail = removeBoxes(document, elements);
  const found = new Readability<PageElement>(document, {
    charThreshold: 100,
    keepClasses: true,
    // As it is: written out, it would only have to be parsed again.
    serializer: (content) => content as PageElement,
  }).parse();
  if (found?.content == null) return { paragraphs: [], trail };
  const paragraphs = blocksOf(found.content).filter(({ words, linked }) => {
    const listed = linked > 0.8 * words.length && !/[.!?…”"]$/u.test(words);
    const reason = listed ? 'its words are links to elsewhere' : boilerplate(words);
    if (reason === null || reason === noWords) return true;
    trail.push(left('block', reason, words));
    return false;
  });
  return { paragraphs: paragraphs.map(({ words }) => words), trail };
}

function removeBoxes(document: PageDocument, elements: readonly PageElement[]): TrailEntry[] {
  const trail: TrailEntry[] = [];
  for (const element of elements) if (dropped.has(element.localName)) element.remove();
  const isThere = (element: PageElement): boolean => {
    let at: PageElement | null = element;
    while (at !== null && at !== document.body) at = at.parentElement;
    return at !== null;
  };
  const prose = proseOf(elements.filter((element) => element.localName === 'p' && isThere(element)));
  const all = prose.get(document.body) ?? 0;
  // A box that holds most of the page's prose is the page, whatever its name.
  const isPage = (element: PageElement): boolean => all > 0 && (prose.get(element) ?? 0) > all / 3;
  for (const element of elements) if (isSuspect(element) && !isPage(element)) element.remove();
  for (const element of elements) {
    if (!boxLike.has(element.localName)) continue;
    const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
    if (!boxes.test(name) || isPage(element) || !isThere(element)) continue;
    trail.push(left('box', `named "${name.trim().slice(0, 60)}"`, (element.textContent ?? '').trim()));
    element.remove();
  }
  return trail.slice(0, 200);
}

function isSuspect(element: PageElement): boolean {
  if (suspect.has(element.localName) || element.hasAttribute('hidden')) return true;
  const role = element.getAttribute('role');
  return role === 'dialog' || role === 'navigation' || element.getAttribute('aria-hidden') === 'true';
}

/** Paragraphs counted; an article has not so many. */
const mostParagraphs = 5000;

/** UTF-16 code units of the paragraphs that end as sentences do, by each element that they stand in. */
function proseOf(paragraphs: readonly PageElement[]): Map<PageElement, number> {
  const found = new Map<PageElement, number>();
  for (const paragraph of paragraphs.slice(0, mostParagraphs)) {
    const words = (paragraph.textContent ?? '').trim();
    if (words.length < 60 || !/[.!?…。][”"’»)]{0,2}$/u.test(words)) continue;
    for (let at: PageElement | null = paragraph; at !== null; at = at.parentElement)
      found.set(at, (found.get(at) ?? 0) + words.length);
  }
  return found;
}

interface Block {
  words: string;
  /** Code units of it that stand in links. */
  linked: number;
}

const blockNames = new Set('P DIV SECTION ARTICLE MAIN UL OL LI TABLE TBODY TR TD TH BLOCKQUOTE H1 H2 H3 H4 H5 H6 PRE DL DT DD HEADER BODY HR CENTER'.split(' ')); // prettier-ignore

/** The text of a tree by blocks; two line breaks part paragraphs, one is a space. */
function blocksOf(root: PageElement): Block[] {
  const found: Block[] = [];
  let now: Block = { words: '', linked: 0 };
  const end = (): void => {
    const words = now.words.replace(/\s+/gu, ' ').trim();
    if (words !== '') found.push({ words, linked: now.linked });
    now = { words: '', linked: 0 };
  };
  let breaks = 0;
  const visit = (node: PageNode, inLink: boolean): void => {
    if (node.nodeType === textNode) {
      const words = node.textContent ?? '';
      if (words.trim() !== '') breaks = 0;
      now.words += words;
      if (inLink) now.linked += words.trim().length;
      return;
    }
    const name = node.nodeName.toUpperCase();
    if (name === 'BR') {
      breaks++;
      if (breaks >= 2) end();
      else now.words += ' ';
      return;
    }
    const block = blockNames.has(name);
    if (block) end();
    for (let child = node.firstChild; child !== null; child = child.nextSibling)
      visit(child, inLink || name === 'A');
    if (block) end();
  };
  visit(root, false);
  end();
  return found;
}
