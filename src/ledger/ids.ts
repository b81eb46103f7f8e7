import { createHash } from 'node:crypto';
import type { Article, LedgerRecord, Statement } from '../terms/record.js';

/** Hexadecimal SHA-256 of a string (UTF-8) or bytes. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** A hash in 64 bits, enough for a thousand million rows at a collision chance of 3 %, and short enough to type. */
export function shortHash(...parts: readonly unknown[]): string {
  return sha256(JSON.stringify(parts)).slice(0, 16);
}

/** An article is its address; pasted text is its outlet and title, or where it has none its text. */
export function articleId({ url, outlet, title, text }: Article): string {
  if (url !== null) return shortHash('url', withoutFragment(url));
  return title === null ? shortHash('text', text) : shortHash('title', outlet, title);
}

function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at === -1 ? url : url.slice(0, at);
}

/** A version is all that was read of the article. */
export function versionId(article: Article): string {
  const { url, outlet, title, authors, published, language, text } = article;
  return shortHash(articleId(article), url, outlet, title, authors, published, language, text);
}

/** A run is a version, the engine that read it, and the record that it made, whatever the order of its keys. */
export function runId(version: string, engine: string, record: LedgerRecord): string {
  return sha256(canonicalJson([version, engine, record])).slice(0, 16);
}

/** JSON with the keys of every object in order, as a database that keeps no order gives them back. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * A statement is its article version and its content spans, so the same on every machine and every re-run.
 * Where two share their content, the later ones count up.
 */
export function statementIds(version: string, statements: readonly Statement[]): string[] {
  const seen = new Map<string, number>();
  return statements.map(({ content }) => {
    const key = JSON.stringify(content);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return nth === 1 ? shortHash(version, content) : shortHash(version, content, nth);
  });
}
