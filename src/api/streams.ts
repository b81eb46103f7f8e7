/** A streamed answer, one JSON value a line (jsonlines.org). Rows are taken as fast as the reader reads. */
export function jsonLines(rows: AsyncIterable<unknown>): Response {
  return streamed(lines(rows), 'application/jsonl');
}

async function* lines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** A streamed answer. A failure on the way breaks it off, so that nobody takes a part for the whole. */
export function streamed(parts: AsyncIterable<string | Uint8Array>, contentType: string): Response {
  const body = ReadableStream.from<Uint8Array>(bytes(parts));
  return new Response(body, { headers: { 'content-type': contentType } });
}

async function* bytes(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

/** The `Link` header (RFC 8288) that leads to the next part of a list. */
export function nextLink(url: string, next: string | null): Record<string, string> {
  if (next === null) return {};
  const { search } = new URL(url);
  const query = new URLSearchParams(search);
  query.set('cursor', next);
  return { link: `<?${query.toString()}>; rel="next"` };
}
