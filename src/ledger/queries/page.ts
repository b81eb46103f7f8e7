import { z } from 'zod';

/** Part of a long list. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Where the next part begins; null at the end. Opaque, and stable while the ledger grows. */
  readonly next: string | null;
}

/** Sort key of the last row shown: day, then sequence of the reading, then place in the article. */
const keySchema = z.tuple([z.iso.date(), z.string().regex(/^\d{1,18}$/u), z.int32()]);
export type PageKey = z.infer<typeof keySchema>;

export function writeCursor(key: PageKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key in a cursor; null where there is none or it is not one of ours (the list then begins at its start). */
export function readCursor(cursor: string | undefined): PageKey | null {
  if (cursor === undefined) return null;
  try {
    return keySchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    // A cursor comes from an address bar: what cannot be read starts at the beginning.
    return null;
  }
}

/** Cuts one row too many off, which tells that there are more. */
export function pageOf<Row, Shown>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Shown,
  keyOf: (row: Row) => PageKey,
): Page<Shown> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    rows: kept.map(show),
    next: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null,
  };
}

/** A text for `like` in which nothing is a wildcard. */
export function literal(text: string): string {
  return text.replace(/[\\%_]/gu, '\\$&');
}

/** PostgreSQL text holds no NUL and no half of a surrogate pair: a query with one finds what it would without. */
export function searchable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, ' ');
}
