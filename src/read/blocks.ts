import { elementNode, textNode, type PageElement, type PageNode } from './dom.js';

/** One paragraph of a page, with the element it stands in. */
export interface Block {
  /** White space normalised, never empty. */
  readonly text: string;
  /** Innermost block element around it. */
  readonly element: PageElement;
  /** UTF-16 code units of `text` that stand in links. */
  readonly linked: number;
  /** UTF-16 code units of `text` that are bold. */
  readonly bold: number;
}

const inline = new Set(
  'a abbr acronym amp-fit-text b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr output q rp rt ruby s samp slot small span strike strong sub sup time tt u var wbr custom-inline'.split(
    ' ',
  ),
);
const silent = new Set(
  'script style noscript template svg math canvas object embed iframe audio video picture img input select textarea button head map area'.split(
    ' ',
  ),
);

/** Text under construction: one block at a time. */
interface Pen {
  readonly blocks: Block[];
  text: string;
  linked: number;
  bold: number;
  /** A line break was met; a second one ends the paragraph. */
  breaks: number;
  element: PageElement;
}

/**
 * The paragraphs under an element, in text order. Inline markup is joined without added space; a block element or
 * two `<br>` in a row part paragraphs, one `<br>` is a space. The walk does not recurse: depth is the page's choice.
 */
export function blocksOf(root: PageElement): Block[] {
  const pen: Pen = { blocks: [], text: '', linked: 0, bold: 0, breaks: 0, element: root };
  let links = 0;
  let bolds = 0;
  let node: PageNode = root;
  for (;;) {
    const enter = node.nodeType === elementNode && !silent.has(name(node));
    if (node.nodeType === textNode) write(pen, node.textContent ?? '', links > 0, bolds > 0);
    else if (name(node) === 'br') lineBreak(pen);
    if (enter) {
      if (name(node) === 'a') links++;
      if (isBold(name(node))) bolds++;
      if (isBlock(node)) begin(pen, node as PageElement);
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
      leave(node);
    }
    while (node !== root && node.nextSibling === null) {
      node = node.parentNode!;
      leave(node);
    }
    if (node === root) break;
    node = node.nextSibling!;
  }
  end(pen);
  return pen.blocks;

  function leave(left: PageNode): void {
    if (name(left) === 'a') links--;
    if (isBold(name(left))) bolds--;
    if (isBlock(left)) begin(pen, (left.parentNode ?? root) as PageElement);
  }
}

function name(node: PageNode): string {
  return node.nodeType === elementNode ? (node as PageElement).localName.toLowerCase() : '';
}

function isBold(tag: string): boolean {
  return tag === 'b' || tag === 'strong';
}

function isBlock(node: PageNode): boolean {
  const tag = name(node);
  return tag !== '' && tag !== 'br' && !inline.has(tag) && !silent.has(tag);
}

function write(pen: Pen, raw: string, linked: boolean, bold: boolean): void {
  const text = raw.replace(/[\s\u00a0]+/gu, ' ');
  if (text === '' || (text === ' ' && (pen.text === '' || pen.text.endsWith(' ')))) return;
  const added = pen.text === '' || pen.text.endsWith(' ') ? text.replace(/^ /u, '') : text;
  pen.text += added;
  const weight = added.trim().length;
  if (weight > 0) pen.breaks = 0;
  if (linked) pen.linked += weight;
  if (bold) pen.bold += weight;
}

function lineBreak(pen: Pen): void {
  pen.breaks++;
  if (pen.breaks > 1) end(pen);
  else if (pen.text !== '' && !pen.text.endsWith(' ')) pen.text += ' ';
}

function begin(pen: Pen, element: PageElement): void {
  end(pen);
  pen.element = element;
}

function end(pen: Pen): void {
  const text = pen.text.replace(/[\u200b\u2060\ufeff\u00ad]/gu, '').trim();
  if (text !== '') pen.blocks.push({ text, element: pen.element, linked: pen.linked, bold: pen.bold });
  pen.text = '';
  pen.linked = 0;
  pen.bold = 0;
  pen.breaks = 0;
}
