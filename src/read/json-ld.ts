/** A JSON object from a stranger: every field must be checked before use. */
export type Loose = Readonly<Record<string, unknown>>;

/** Nodes of all the structured data on one page; more are not looked at. */
const mostNodes = 2000;
const articleType = /(?:Article|Posting|Report|NewsItem)$/u;

/**
 * The objects in a page's JSON-LD blocks, in page order, those inside `@graph` and other objects included. A block
 * that is no JSON gives none.
 */
export function nodesOf(blocks: readonly string[]): Loose[] {
  const nodes: Loose[] = [];
  const queue: unknown[] = blocks.map(parse);
  for (let i = 0; i < queue.length && nodes.length < mostNodes; i++) {
    const value = queue[i];
    if (Array.isArray(value)) queue.push(...(value as unknown[]).slice(0, mostNodes));
    else if (isLoose(value)) {
      nodes.push(value);
      queue.push(...Object.values(value).filter((inner) => typeof inner === 'object'));
    }
  }
  return nodes;
}

/** Templates break JSON in three usual ways: comment marks around it, raw line breaks in strings, a last semicolon. */
function parse(block: string): unknown {
  const bare = block
    .trim()
    .replace(/^(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/u, '')
    .replace(/(?:\/\/|\/\*)?\s*(?:\]\]>|-->)\s*(?:\*\/)?$/u, '')
    .replace(/;\s*$/u, '');
  for (const text of [bare, bare.replace(/[\u0000-\u001f]+/gu, ' '), bare.replace(/,\s*([}\]])/gu, '$1')]) {
    try {
      return JSON.parse(text);
    } catch {
      continue; // Not JSON in this form; the next one may be.
    }
  }
  return null;
}

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function types(node: Loose): string[] {
  return listOf(node['@type']).filter((type) => typeof type === 'string');
}

/**
 * The node that describes the page's own article: has a headline and an article's type, and names this page where
 * several do (related stories are described too on some pages).
 */
export function articleNode(nodes: readonly Loose[], url: string | null): Loose | null {
  const articles = nodes.filter(
    (node) => types(node).some((type) => articleType.test(type)) && 'headline' in node,
  );
  const here =
    url === null ? [] : articles.filter((node) => addressesOf(node).some((other) => samePage(other, url)));
  return (
    here[0] ??
    articles[0] ??
    nodes.find((node) => types(node).includes('WebPage') && 'datePublished' in node) ??
    null
  );
}

function addressesOf(node: Loose): string[] {
  const main = node['mainEntityOfPage'];
  return [
    node['url'],
    node['@id'],
    main,
    isLoose(main) ? main['@id'] : null,
    isLoose(main) ? main['url'] : null,
  ].filter((value) => typeof value === 'string');
}

function samePage(a: string, b: string): boolean {
  const bare = (url: string) =>
    url
      .replace(/[?#].*$/u, '')
      .replace(/^https?:\/\/(?:www\.)?/u, '')
      .replace(/\/$/u, '');
  return bare(a) === bare(b);
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];
}

/** The node, or the one elsewhere on the page that its `@id` stands for. */
export function follow(value: unknown, nodes: readonly Loose[]): unknown {
  if (!isLoose(value) || typeof value['@id'] !== 'string' || 'name' in value) return value;
  return nodes.find((node) => node['@id'] === value['@id'] && 'name' in node) ?? value;
}
