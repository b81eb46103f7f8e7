import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream';
import { brotliDecompressSync, createGunzip, gunzipSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { archiveName, InputError, inputOf, maxFileBytes, type Input } from '../files.js';
import type { ReadOptions } from '../reading.js';
import { ByteReader } from './byte-reader.js';
import { httpAnswer, WarcError, warcRecords, withoutChunks, type WarcRecord } from './warc.js';

/** The place of a record in its archive, counted from 1, and the page in it, nothing, or why it could not be read. */
export type ArchiveItem = {
  readonly number: number;
  readonly where: string;
} & (
  | { readonly source: ArchivedSource | null }
  | { readonly error: InputError; /** Nothing more can be read. */ readonly brokenOff?: true }
);

/** A page or text with what the archive tells of it. */
export interface ArchivedSource extends Input {
  readonly url?: string;
  readonly contentType?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly known?: ReadOptions['known'];
  /** When the archive took it; ISO 8601. */
  readonly fetched?: string;
}

/** Whether a file's name says that it holds many articles. */
export function isArchive(path: string): boolean {
  return archiveName.test(path);
}

/** The same for the same file wherever it lies: of its length and its first and last bytes. */
export async function archiveId(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const reach = 64 * 1024;
    const ends = [0, Math.max(0, size - reach)];
    const parts = await Promise.all(ends.map((at) => file.read(Buffer.alloc(reach), 0, reach, at)));
    const hash = createHash('sha256').update(String(size));
    for (const { buffer, bytesRead } of parts) hash.update(buffer.subarray(0, bytesRead));
    return hash.digest('hex').slice(0, 16);
  } finally {
    await file.close();
  }
}

/**
 * The records of a WARC file or of JSON Lines, gzipped or not, one after the other in bounded memory. A record that
 * holds no page (a picture, a request, an error of the server) has null as source; one that cannot be read is given as
 * an error and the next follows; an archive cut in the middle ends with an error.
 * @param path a file whose name `isArchive` knows. @param after records up to this one are passed over unread.
 */
export async function* archiveItems(path: string, after = 0): AsyncGenerator<ArchiveItem> {
  if (!isArchive(path))
    throw new InputError(path, 'it is no archive: give .warc, .warc.gz, .jsonl or .jsonl.gz.');
  const reader = new ByteReader(bytesOf(path));
  let number = 0;
  try {
    for await (const item of (isWarc.test(path) ? warcItems : lineItems)(reader, path, after)) {
      number = item.number;
      yield item;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield { number: number + 1, where: path, brokenOff: true, error: new InputError(path, `the archive breaks off after record ${number} (${reason}). What came before was read.`, { cause: error }) }; // prettier-ignore
  } finally {
    await reader.close();
  }
}

const isWarc = /\.warc(?:\.gz)?$/iu;

/** The bytes of a file, gunzipped where its name says so. Small chunks: one may unfold to a thousand times its length. */
function bytesOf(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 64 * 1024 });
  if (!/\.gz$/iu.test(path)) return file as AsyncIterable<Uint8Array>;
  // An error of either end comes out of the last stream, where it is awaited.
  return pipeline(file, createGunzip(), () => undefined) as AsyncIterable<Uint8Array>;
}

async function* warcItems(reader: ByteReader, path: string, after: number): AsyncGenerator<ArchiveItem> {
  for await (const record of warcRecords(reader)) {
    const { number } = record;
    if ('error' in record) {
      const where = `${path}#${number}`;
      if (number > after) yield { number, where, error: new InputError(where, record.error.message) };
      continue;
    }
    if (number <= after) continue;
    const url = record.headers.get('warc-target-uri')?.replace(/^<|>$/gu, '');
    const where = `${path}#${number}${url === undefined ? '' : ` ${url.slice(0, 300)}`}`;
    try {
      yield { number, where, source: await pageIn(record, where, url) };
    } catch (error) {
      yield { number, where, error: asInputError(where, error) };
    }
  }
}

const pageTypes = /html|text\/plain/iu;

/** The page in a record; null for everything else in a crawl. */
async function pageIn(
  record: WarcRecord,
  where: string,
  url: string | undefined,
): Promise<ArchivedSource | null> {
  // prettier-ignore
  const type = record.headers.get('warc-type');
  const date = record.headers.get('warc-date');
  const told = { ...(url === undefined ? {} : { url }), ...(date === undefined ? {} : { fetched: date }) };
  if (type === 'resource') {
    const contentType = record.headers.get('content-type') ?? '';
    if (!pageTypes.test(contentType)) return null;
    refuseLong(record);
    return {
      ...inputOf(where, await record.block(maxFileBytes), formatOf(contentType)),
      contentType,
      ...told,
    };
  }
  if (type !== 'response' || !/^https?:/iu.test(url ?? '')) return null;
  const block = await record.block(maxFileBytes);
  const answer = httpAnswer(block);
  if (answer === null) throw new WarcError('it holds no HTTP answer.');
  const contentType = answer.headers.get('content-type') ?? '';
  if (answer.status !== 200 || !pageTypes.test(contentType)) return null;
  refuseLong(record);
  const chunked = /chunked/iu.test(answer.headers.get('transfer-encoding') ?? '');
  const body = unfolded(chunked ? withoutChunks(answer.body) : answer.body, answer.headers.get('content-encoding')); // prettier-ignore
  return {
    ...inputOf(where, body, formatOf(contentType)),
    contentType,
    headers: storableHeaders(answer.headers),
    ...told,
  };
}

/** Headers that a database can hold: as many and as long as servers send, without NUL and half surrogates. */
function storableHeaders(headers: ReadonlyMap<string, string>): Record<string, string> {
  const clean = (words: string) => words.replace(/\0|\p{Surrogate}/gu, '\ufffd').slice(0, 8000);
  return Object.fromEntries(
    [...headers].slice(0, 100).map(([name, value]) => [clean(name), clean(value)] as const),
  );
}

function refuseLong({ length }: WarcRecord): void {
  if (length > maxFileBytes) throw new WarcError(`it is over ${maxFileBytes / 2 ** 20} MB, the limit.`);
}

const formatOf = (contentType: string): Input['format'] =>
  /text\/plain/iu.test(contentType) ? 'text' : 'page';

/** A body as it was before compression. Crawls often store it unfolded and keep the header, so its look decides too. */
function unfolded(body: Buffer, encoding: string | undefined): Buffer {
  const bound = { maxOutputLength: maxFileBytes };
  try {
    if (body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body, bound);
    if (encoding === 'br') return brotliDecompressSync(body, bound);
    return encoding === 'deflate' ? inflateSync(body, bound) : body;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new WarcError(`it unfolds to over ${maxFileBytes / 2 ** 20} MB, the limit.`, { cause: error });
    if (body.subarray(0, 200).includes('<')) return body;
    throw error;
  }
}

const text = z.string().trim().min(1).nullish().transform((s) => s ?? undefined); // prettier-ignore
const lineSchema = z
  .object({
    url: text, title: text, outlet: text, published: text, text, html: text,
    authors: z.array(z.string()).max(100).nullish().transform((a) => a ?? undefined),
  })
  .refine((line) => line.text !== undefined || line.html !== undefined, 'it has neither "text" nor "html"'); // prettier-ignore

async function* lineItems(reader: ByteReader, path: string, after: number): AsyncGenerator<ArchiveItem> {
  for (let number = 1; ; number++) {
    const line = await reader.line(maxFileBytes);
    if (line === null) return;
    if (number <= after) continue;
    const where = `${path}:${number}`;
    try {
      if (line.cut) throw new InputError(where, `the line is over ${maxFileBytes / 2 ** 20} MB, the limit.`);
      const words = line.bytes.toString('utf8').trim();
      yield { number, where, source: words === '' ? null : articleIn(words, where) };
    } catch (error) {
      yield { number, where, error: asInputError(where, error) };
    }
  }
}

/** An article as one JSON object, or a record of the ledger, whose article is read again. */
function articleIn(line: string, where: string): ArchivedSource {
  const given = z.union([z.object({ article: z.looseObject({}) }).transform((r) => r.article), z.unknown()]).parse(JSON.parse(line)); // prettier-ignore
  const parsed = lineSchema.safeParse(given);
  if (!parsed.success) throw new InputError(where, `${parsed.error.issues[0]?.message ?? 'it is no article'}. Give {"url", "title", "outlet", "published", "authors", "text" or "html"}.`); // prettier-ignore
  const { url, html, text: plain, ...known } = parsed.data;
  const input = inputOf(where, Buffer.from(html ?? plain ?? ''), html === undefined ? 'text' : 'page');
  return { ...input, known, contentType: 'text/html; charset=utf-8', ...(url === undefined ? {} : { url }) };
}

function asInputError(where: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  if (error instanceof WarcError) return new InputError(where, error.message, { cause: error });
  return new InputError(where, `it could not be read (${error instanceof Error ? error.message : String(error)}).`, { cause: error }); // prettier-ignore
}
