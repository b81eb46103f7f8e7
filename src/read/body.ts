import { Readability } from '@mozilla/readability';
import { parsePage, textNode, type PageDocument, type PageElement, type PageNode } from './dom.js';
import { left } from './reading.js';
import type { TrailEntry } from '../terms/trail.js';

/** Never part of an article's prose. */
const dropped = 'script, style, noscript, template, figure, figcaption, button, iframe, svg'; // prettier-ignore
/** Not prose either, unless the page keeps its article in one: some frameworks wrap the whole page in a form. */
const suspect = 'nav, aside, form, footer, [hidden], [role=dialog], [role=navigation], [aria-hidden=true]';
/** Class names and ids of boxes that news pages put into or around the body. */
const boxes =
  /(?:^|[\s_-])(?:related|trending|most-?read|read-?more|also|hot|newsletter|subscribe|signup|share|sharing|soc|social|cookie|consent|promo|advert|ad-slot|caption|credit|comments?|breadcrumbs?|byline|tags|author-bio|paywall|recommend(?:ed|ations)?|popular)(?:$|[\s_-])/iu;

/**
 * Finds the article's paragraphs in a page; none where it holds no article. Built on Mozilla's Readability.
 * @param document is taken apart on the way.
 */
export function bodyOf(document: PageDocument): { paragraphs: string[]; trail: TrailEntry[] } {
  const trail = removeBoxes(document);
  const found = new Readability(document, {
    charThreshold: 100,
    keepClasses: true,
  }).parse();
  const content = found?.content ? parsePage(`<html><body>${found.content}</body></html>`) : null;
  if (content === null) return { paragraphs: [], trail };
  const paragraphs = blocksOf(content.body).filter(({ words, linked }) => {
    const listed = linked > 0.8 * words.length && !/[.!?…”"]$/u.test(words);
    if (listed) trail.push(left('link block', 'its words are links to elsewhere', words));
    return !listed;
  });
  return { paragraphs: paragraphs.map(({ words }) => words), trail };
}

function removeBoxes(document: PageDocument): TrailEntry[] {
  const trail: TrailEntry[] = [];
  for (const element of [...document.querySelectorAll(dropped)]) element.remove();
  const all = proseIn(document.body);
  // A box that holds most of the page's prose is the page, whatever its name.
  const isPage = (element: PageElement): boolean => all > 0 && proseIn(element) > all / 3;
  for (const element of [...document.querySelectorAll(suspect)]) if (!isPage(element)) element.remove();
  for (const element of [...document.querySelectorAll('div, section, ul, ol, p, span, td, header')]) {
    const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
    if (!boxes.test(name) || isPage(element)) continue;
    trail.push(left('box', `named "${name.trim().slice(0, 60)}"`, (element.textContent ?? '').trim()));
    element.remove();
  }
  return trail.slice(0, 200);
}

/** UTF-16 code units of the paragraphs under an element that end as sentences do. */
function proseIn(element: PageElement): number {
  let sum = 0;
  const own = element.matches('p') ? [element] : element.querySelectorAll('p');
  for (const paragraph of own) {
    const words = (paragraph.textContent ?? '').trim();
    if (words.length >= 60 && /[.!?…。][”"’»)]{0,2}$/u.test(words)) sum += words.length;
  }
  return sum;
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
