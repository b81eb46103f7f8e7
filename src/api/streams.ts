/** A streamed answer, one JSON value a line (jsonlines.org). Rows are taken as fast as the reader reads. */
export function jsonLines(rows: AsyncIterable<unknown>): Response {
  return streamed(lines(rows), 'application/jsonl');
}

async function* lines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** A streamed answer of text. A failure on the way breaks the answer off, so that nobody takes a part for the whole. */
export function streamed(parts: AsyncIterable<string>, contentType: string): Response {
  const body = ReadableStream.from<string>(parts);
  return new Response(body.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': contentType },
  });
}

/** The `Link` header (RFC 8288) that leads to the next part of a list. */
export function nextLink(url: string, next: string | null): Record<string, string> {
  if (next === null) return {};
  const { search } = new URL(url);
  const query = new URLSearchParams(search);
  query.set('cursor', next);
  return { link: `<?${query.toString()}>; rel="next"` };
}
