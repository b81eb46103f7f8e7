import { parseHTML } from 'linkedom';

/**
 * The part of the document interface that reading uses. The project compiles without the browser's types, which
 * would make `window` look available everywhere.
 */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly id: string;
  innerHTML: string;
  readonly parentElement: PageElement | null;
  readonly children: Iterable<PageElement>;
  readonly nextElementSibling: PageElement | null;
  readonly previousElementSibling: PageElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  matches(selector: string): boolean;
  contains(other: PageNode): boolean;
  remove(): void;
  replaceWith(...nodes: PageNode[]): void;
  append(...nodes: (PageNode | string)[]): void;
  cloneNode(deep: boolean): PageElement;
}

export interface PageDocument {
  readonly documentElement: PageElement;
  readonly body: PageElement;
  createElement(name: string): PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export const textNode = 3;

/** Elements open at once; real pages stay under 100. The tree builder takes quadratic time beyond. */
const deepest = 3000;

/** Parses a page; null when its elements are nested deeper than any article's. Scripts do not run. */
export function parsePage(html: string): PageDocument | null {
  if (nesting(html) > deepest) return null;
  const mended = mend(html);
  // A fragment without <html> would leave the parser without a body.
  const whole = /<html[\s>]/iu.test(mended) ? mended : `<!doctype html><html><body>${mended}</body></html>`;
  // The library's types describe a browser's document, which this project compiles without.
  return (parseHTML(whole) as unknown as { document: PageDocument }).document;
}

/** Every element of a page, in its order. One walk of it: a query of the library's costs as much as this. */
export function elementsOf(document: PageDocument): PageElement[] {
  return [...document.querySelectorAll('*')];
}

const formatting = /<\/?(?:b|i|u|s|em|strong|font|small|big|tt|nobr|strike)(?:\s[^<>]*)?\/?>/giu;

/**
 * Mends what the parser, which does not follow the rules that browsers do, makes false paragraphs and headings of: tags
 * of mere looks that overlap with paragraphs, and headings that end with the tag of another.
 */
function mend(html: string): string {
  let open: string | null = null;
  return html.replace(formatting, '').replace(/<(\/?)h([1-6])(?=[\s>])[^<>]*>/giu, (tag: string, slash: string, level: string) => {
    const opened = open;
    open = slash === '/' ? null : level;
    return slash === '/' ? `</h${opened ?? level}>` : tag;
  }); // prettier-ignore
}

/** Tags that have no end tag, or whose end tag is often left out: they say nothing about depth. */
const unclosed = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt html head body'.split(
    ' ',
  ),
);

/** Upper bound of how deep elements are nested, by counting tags that must be closed. */
function nesting(html: string): number {
  let open = 0;
  let most = 0;
  for (const [, slash, name, rest] of html.matchAll(/<(\/?)([a-z][\w-]*)([^<>]*)>/giu)) {
    if (rest!.endsWith('/') || unclosed.has(name!.toLowerCase())) continue;
    open = slash === '/' ? Math.max(0, open - 1) : open + 1;
    if (open > most) most = open;
  }
  return most;
}
