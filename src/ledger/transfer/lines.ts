import { DumpRefusedError } from '../error.js';

/** A line longer than this is no row: a page of 20 MB that does not shrink takes 40 in hexadecimal. */
const longest = 64 * 1024 * 1024;

/**
 * Parts a stream of UTF-8 into its lines, without their ends, holding one at a time.
 * @throws {DumpRefusedError} where a line is longer than a row can be.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      const line = Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8');
      rest = rest.subarray(end + 1);
      parts = [];
      length = 0;
      if (line.trim() !== '') yield line;
    }
    if (rest.length > 0) parts.push(rest);
    length += rest.length;
    if (length > longest)
      throw new DumpRefusedError(`a line is longer than ${longest / 1024 / 1024} MB, so it is no row`);
  }
  const last = Buffer.concat(parts).toString('utf8');
  if (last.trim() !== '') yield last;
}
