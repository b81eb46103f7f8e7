import { type ByteReader } from './byte-reader.js';

/**
 * Reads WARC files (ISO 28500, versions 1.0 and 1.1). Own code, because the kept library (warcio 2.4) never ends on a
 * file that is cut in the middle of a record and keeps a header line of any length; a crawl from a stranger has both.
 */
export interface WarcRecord {
  /** Counted from 1. */
  readonly number: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Bytes of the block, as the record declares them. */
  readonly length: number;
  /**
   * The block's first bytes, at most `most`; to be asked once, and before the next record is.
   * @throws {WarcError} where the file ends in its middle.
   */
  readonly block: (most: number) => Promise<Buffer>;
}

/** A record that cannot be taken out of its file. Plain, since the caller alone knows the file's name. */
export class WarcError extends Error {}

const longestLine = 64 * 1024;
const mostHeaders = 500;

/** A record, or what is wrong with the next one (bytes are then passed over up to the record after it). */
export type WarcItem = WarcRecord | { readonly number: number; readonly error: WarcError };

/** The records of a WARC file, already gunzipped, in order and in bounded memory. */
export async function* warcRecords(reader: ByteReader): AsyncGenerator<WarcItem> {
  for (let number = 1; ; number++) {
    const { lost, found } = await nextStart(reader);
    if (lost) yield { number: number++, error: new WarcError('here stands something that is no WARC record; it was passed over.') }; // prettier-ignore
    if (!found) return;
    const headers = await headersOf(reader);
    const length = lengthOf(headers?.get('content-length'));
    if (headers === null || length === null) {
      yield { number, error: new WarcError('its head cannot be read, or has no Content-Length.') };
      continue;
    }
    let left = length;
    const cutShort = new WarcError('the file ends in the middle of this record.');
    const block = async (most: number): Promise<Buffer> => {
      const wanted = Math.min(length, most);
      const bytes = await reader.take(wanted);
      left = bytes.length < wanted ? 0 : length - wanted;
      if (bytes.length < wanted) throw cutShort;
      return bytes;
    };
    yield { number, headers, length, block };
    if ((await reader.skip(left)) < left) {
      yield { number, error: cutShort };
      return;
    }
  }
}

/** Passes over empty lines to the line that begins a record, and tells whether anything else stood before it. */
async function nextStart(reader: ByteReader): Promise<{ lost: boolean; found: boolean }> {
  let lost = false;
  for (;;) {
    const line = await reader.line(longestLine);
    if (line === null) return { lost, found: false };
    if (/^WARC\/1\.\d+$/u.test(line.bytes.toString('latin1'))) return { lost, found: true };
    if (line.bytes.length > 0) lost = true;
  }
}

async function headersOf(reader: ByteReader): Promise<Map<string, string> | null> {
  const headers = new Map<string, string>();
  let name = '';
  for (let count = 0; count < mostHeaders; count++) {
    const line = await reader.line(longestLine);
    if (line === null || line.cut) return null;
    if (line.bytes.length === 0) return headers;
    name = readHeader(line.bytes.toString('utf8'), headers, name);
  }
  return null;
}

/** Adds one header line, or what continues the one before it. @returns the header's name. */
function readHeader(line: string, headers: Map<string, string>, before: string): string {
  if (/^[ \t]/u.test(line)) {
    headers.set(before, `${headers.get(before) ?? ''} ${line.trim()}`);
    return before;
  }
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
  if (name !== '') headers.set(name, line.slice(colon + 1).trim());
  return name;
}

function lengthOf(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,15}$/u.test(value) ? Number(value) : null;
}

/** An HTTP answer as it stands in a record. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** As sent: still chunked or compressed where the headers say so. */
  readonly body: Buffer;
}

/** Parts an HTTP answer into its head and its body; null where it is none. */
export function httpAnswer(block: Buffer): HttpAnswer | null {
  const first = /^HTTP\/\d(?:\.\d)? (\d{3})/u.exec(block.subarray(0, 40).toString('latin1'));
  const end = /\r?\n\r?\n/u.exec(block.subarray(0, 256 * 1024).toString('latin1'));
  if (first === null || end === null) return null;
  const headers = new Map<string, string>();
  const lines = block.subarray(0, end.index).toString('utf8').split(/\r?\n/u).slice(1, mostHeaders); // prettier-ignore
  lines.reduce((name, line) => readHeader(line, headers, name), '');
  return { status: Number(first[1]), headers, body: block.subarray(end.index + end[0].length) };
}

/** A body sent in chunks, put together; as it is where its chunks do not fit (many crawls store it already whole). */
export function withoutChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf('\r\n', at);
    const size = /^([\da-f]{1,8})(?:\s*;.*)?$/iu.exec(end === -1 || end - at > 100 ? '' : body.subarray(at, end).toString('latin1').trim()); // prettier-ignore
    if (size === null) return body;
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) return Buffer.concat(parts);
    const start = end + 2;
    if (start + length > body.length) return body;
    parts.push(body.subarray(start, start + length));
    at = start + length + 2;
  }
}
