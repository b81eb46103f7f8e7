/**
 * How fast pages become articles, and how much memory an archive takes: made pages of 150 KB, without finding statements.
 *   npm run bench:read-speed [-- --megabytes 1024 --pages 400 --most-seconds 330]
 * Part one reads some pages from memory, part two a WARC file of the size told (1 GB by default), which another process
 * writes first, so that this one's memory is that of reading alone. Part one ends after a minute, part two
 * after the seconds told, and then says how far it came. Progress goes to standard error, a table to standard output. Under other load the figures by the clock say
 * little; those by processor time hold.
 */
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readingOf } from '../src/jobs/read-source.js';
import { archiveItems } from '../src/read/archive/archive.js';
import { madePage } from './predict/made-page.js';

const pageBytes = 150 * 1024;
const tick = 5000;

interface Result {
  readonly what: string;
  readonly pages: number;
  readonly articles: number;
  readonly megabytes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Resident memory at its highest, MB. */
  readonly peak: number;
  /** In the first and the last third of the way, at its highest: alike where memory does not grow. */
  readonly early: number;
  readonly late: number;
}

const resident = () => process.memoryUsage.rss() / 2 ** 20;

/** Reads pages until they end or the time is over, watching clock, processor and memory. */
async function measure(what: string, all: number, mostSeconds: number, pages: AsyncIterable<{ bytes: number; isArticle: boolean }>): Promise<Result> {
  let [count, articles, bytes, peak, early, late, told] = [0, 0, 0, 0, 0, 0, 0];
  const began = performance.now();
  const cpu = process.cpuUsage();
  for await (const page of pages) {
    count++;
    bytes += page.bytes;
    if (page.isArticle) articles++;
    const now = resident();
    peak = Math.max(peak, now);
    if (count * 3 <= all) early = Math.max(early, now);
    if (count * 3 >= all * 2) late = Math.max(late, now);
    const passed = performance.now() - began;
    if (passed - told >= tick) {
      told = passed;
      process.stderr.write(`${what}: ${count} of ${all} pages, ${((1000 * count) / passed).toFixed(1)}/s, ${Math.round(now)} MB resident\n`); // prettier-ignore
    }
    if (passed > 1000 * mostSeconds) break;
  }
  const used = process.cpuUsage(cpu);
  return { what, pages: count, articles, megabytes: bytes / 2 ** 20, seconds: (performance.now() - began) / 1000, cpuSeconds: (used.user + used.system) / 1e6, peak, early, late };
} // prettier-ignore

const readOne = (bytes: Buffer) => ({
  bytes: bytes.length,
  isArticle: readingOf({ bytes, format: 'page', contentType: 'text/html; charset=utf-8' }).article !== null,
});

async function* fromMemory(count: number) {
  for (let n = 0; n < count; n++) {
    yield readOne(Buffer.from(madePage(n, pageBytes)));
    // As an archive does between two records.
    await new Promise(setImmediate);
  }
}

async function* fromArchive(path: string) {
  for await (const item of archiveItems(path)) {
    if ('error' in item) throw item.error;
    if (item.source !== null) yield { bytes: item.source.bytes.length, isArticle: readingOf(item.source).article !== null }; // prettier-ignore
  }
}

function recordOf(n: number): Buffer {
  const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${madePage(n, pageBytes)}`); // prettier-ignore
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/${n}\r\nWARC-Date: 2024-05-02T10:00:00Z\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]);
}

async function writeArchive(path: string, pages: number): Promise<void> {
  await pipeline(
    Readable.from((function* () { for (let n = 0; n < pages; n++) yield recordOf(n); })()), // prettier-ignore
    createWriteStream(path),
  );
}

function row({ what, pages, articles, megabytes, seconds, cpuSeconds, peak, early, late }: Result): string {
  const cells = [what, pages, articles, Math.round(megabytes), (pages / seconds).toFixed(1), (pages / cpuSeconds).toFixed(1), Math.round(peak), `${Math.round(early)} / ${Math.round(late)}`]; // prettier-ignore
  return `| ${cells.join(' | ')} |`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      megabytes: { type: 'string', default: '1024' },
      pages: { type: 'string', default: '400' },
      'most-seconds': { type: 'string', default: '330' },
      /** For the process that writes the archive. */
      write: { type: 'string' },
    },
  });
  const inArchive = Math.ceil((Number(values.megabytes) * 2 ** 20) / pageBytes);
  if (values.write !== undefined) {
    await writeArchive(values.write, inArchive);
    return;
  }
  const pages = Number(values.pages);
  await measure('warm-up', 40, 20, fromMemory(40));
  const results = [await measure('from memory', pages, 60, fromMemory(pages))]; // prettier-ignore
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    const path = join(folder, 'crawl.warc');
    process.stderr.write(`writing an archive of ${values.megabytes} MB\n`);
    execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), '--write', path, '--megabytes', values.megabytes]); // prettier-ignore
    results.push(await measure('from a WARC file', inArchive, Number(values['most-seconds']), fromArchive(path))); // prettier-ignore
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log('| pages of 150 KB | pages | articles | MB | pages/s | pages per processor second | peak MB | MB in first / last third |'); // prettier-ignore
  console.log('|---|---|---|---|---|---|---|---|');
  for (const result of results) console.log(row(result));
  const last = results.at(-1)!;
  if (last.pages < inArchive) console.log(`Stopped after ${values['most-seconds']} s, at ${last.pages} of ${inArchive} pages.`); // prettier-ignore
}

await main();
