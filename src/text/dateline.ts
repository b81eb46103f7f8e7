const dateline = /^\p{Lu}[\p{Lu}\p{L} ,.’'-]{2,40}?(?:\([^()\n]{2,40}\) ?)?[—–-]{1,2} /u;

/** Length of the dateline ("TESKA (Meridian Wire) — ") that a paragraph begins with, in UTF-16 code units; 0 where it has none. */
export function datelineLength(paragraph: string): number {
  const found = dateline.exec(paragraph.slice(0, 120))?.[0] ?? '';
  // The place of a dateline is in capitals: "Berg — the mayor — said" begins with none.
  return /^\p{Lu}{3}/u.test(found) ? found.length : 0;
}
