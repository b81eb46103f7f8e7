import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveId, archiveItems, isArchive, type ArchiveItem } from './archive.js';
import { maxFileBytes } from '../files.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'onrecord-archive-'))));
afterAll(() => rm(folder, { recursive: true }));

function record(
  url: string,
  body: string | Buffer,
  type = 'response',
  status = '200 OK',
  extra = '',
): Buffer {
  const head = Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: text/html; charset=utf-8\r\n${extra}\r\n`);
  const http = Buffer.concat([head, Buffer.from(body)]);
  return Buffer.concat([
    Buffer.from(`WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-05-02T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`),
    http,
    Buffer.from('\r\n\r\n'),
  ]); // prettier-ignore
}

async function items(name: string, bytes: Buffer): Promise<ArchiveItem[]> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const found: ArchiveItem[] = [];
  for await (const item of archiveItems(path)) if ('error' in item || item.source !== null) found.push(item);
  return found;
}
const words = (item: ArchiveItem) =>
  'source' in item ? Buffer.from(item.source!.bytes).toString() : item.error.reason;

const page = (n: number) => `<html><body><p>Article ${n}.</p></body></html>`;
const crawl = [
  record('https://courier.example/1', page(1)),
  record('https://courier.example/404', page(0), 'response', '404 Not Found'),
  record('https://courier.example/asked', page(0), 'request'),
  record('https://courier.example/2', page(2)),
];

describe('archives', () => {
  it.each([
    ['crawl.warc', Buffer.concat(crawl)],
    ['crawl.warc.gz', Buffer.concat(crawl.map((r) => gzipSync(r)))],
  ])('gives the pages of %s that servers gave', async (name, bytes) => {
    const found = await items(name, bytes);
    expect(found.map(words)).toEqual([page(1), page(2)]);
    expect(found[0]).toMatchObject({
      source: { url: 'https://courier.example/1', format: 'page', fetched: '2024-05-02T10:00:00Z' },
    });
  });

  it.each([
    ['cut.warc', Buffer.concat(crawl), /ends in the middle of this record/],
    ['cut.warc.gz', Buffer.concat(crawl.map((r) => gzipSync(r))), /breaks off after record \d \(unexpected end of file\)/],
  ])('gives what came before the place where %s is cut, and says so', async (name, bytes, message) => {
    const found = await items(name, bytes.subarray(0, bytes.length - 70));
    expect(words(found[0]!)).toBe(page(1));
    expect(found).toHaveLength(2);
    expect(words(found[1]!)).toMatch(message);
  }); // prettier-ignore

  it('goes on behind a record whose head is broken, and behind bytes that are no record', async () => {
    const headless = Buffer.from('WARC/1.0\r\nContent-Length: many\r\n\r\nrubbish\r\n');
    const found = await items('broken.warc', Buffer.concat([crawl[0]!, headless, crawl[3]!]));
    expect(found.map(words)).toEqual([page(1), expect.stringMatching(/its head/), expect.stringMatching(/no WARC record/), page(2)]); // prettier-ignore
  });

  it('ends on a gigabyte of zeros that calls itself a crawl, in bounded memory', async () => {
    const member = gzipSync(Buffer.alloc(2 ** 26)); // prettier-ignore
    const path = join(folder, 'zeros.warc.gz');
    await writeFile(path, Buffer.concat(Array.from({ length: 16 }, () => member)));
    const before = process.memoryUsage().rss;
    const found: ArchiveItem[] = [];
    for await (const item of archiveItems(path)) found.push(item);
    expect(found.map(words)).toEqual([expect.stringMatching(/no WARC record/)]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
  }, 30_000);

  it('begins behind the records that were read before', async () => {
    const path = join(folder, 'crawl.warc');
    const rest: ArchiveItem[] = [];
    for await (const item of archiveItems(path, 1)) rest.push(item);
    expect(rest.map(({ number }) => number)).toEqual([2, 3, 4]);
    expect(await archiveId(path)).toBe(await archiveId(path));
    expect(await archiveId(path)).not.toBe(await archiveId(join(folder, 'crawl.warc.gz')));
  });

  it('puts chunks together and unfolds what a server compressed', async () => {
    const folded = brotliCompressSync(Buffer.from(page(7)));
    const body = Buffer.concat([Buffer.from(`${folded.length.toString(16)}\r\n`), folded, Buffer.from('\r\n0\r\n\r\n')]);
    const found = await items('br.warc', record('https://courier.example/7', body, 'response', '200 OK', 'Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n'));
    expect(found.map(words)).toEqual([page(7)]);
  }); // prettier-ignore

  it('passes over a record that unfolds beyond the limit, and goes on', async () => {
    const bomb = gzipSync(Buffer.alloc(maxFileBytes * 3)).toString('latin1');
    const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n${bomb}`, 'latin1'); // prettier-ignore
    const bad = Buffer.concat([
      Buffer.from(`WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/bomb\r\nWARC-Date: 2024-05-02T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:2>\r\nContent-Type: application/http\r\nContent-Length: ${http.length}\r\n\r\n`),
      http,
      Buffer.from('\r\n\r\n'),
    ]); // prettier-ignore
    const found = await items('bomb.warc', Buffer.concat([crawl[0]!, bad, crawl[3]!]));
    expect(found.map(words)).toEqual([page(1), 'it unfolds to over 20 MB, the limit.', page(2)]);
  });

  it('gives the articles of JSON Lines with what they tell, and reports a bad line', async () => {
    const lines = [
      JSON.stringify({
        url: 'https://courier.example/1',
        title: 'Road',
        outlet: 'Courier',
        text: 'The road is open.',
      }),
      'not json',
      JSON.stringify({ title: 'Empty' }),
      '',
      JSON.stringify({ html: page(2) }),
    ];
    const found = await items('articles.jsonl.gz', gzipSync(lines.join('\n')));
    expect(found.map((item) => 'source' in item)).toEqual([true, false, false, true]);
    expect(found[0]).toMatchObject({
      source: { format: 'text', known: { title: 'Road', outlet: 'Courier' } },
    });
    expect(words(found[2]!)).toContain('neither "text" nor "html"');
    expect(words(found[3]!)).toBe(page(2));
  });

  it('passes over a line without an end, in bounded memory', async () => {
    const found = await items('long.jsonl', Buffer.concat([Buffer.alloc(maxFileBytes + 10, 97), Buffer.from(`\n${JSON.stringify({ text: 'x' })}\n`)])); // prettier-ignore
    expect(found.map((item) => 'source' in item)).toEqual([false, true]);
  });

  it('knows archives by name', () => {
    expect(['a.warc', 'a.WARC.gz', 'a.jsonl', 'a.html', 'warc'].map(isArchive)).toEqual([true, true, true, false, false]); // prettier-ignore
  });
});
