/**
 * How fast pages are read out of an archive, and in how much memory:
 *   npx tsx bench/read-speed.ts [megabytes]
 * Generates a WARC of pages of 150 KB in a temporary folder (1,024 MB by default), reads every article of it in one
 * process without finding statements, and prints pages a second and the most memory that was resident. Compare runs side
 * by side; single figures depend on the machine.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readingOf } from '../src/jobs/read-source.js';
import { archiveItems } from '../src/read/archive/archive.js';

const megabytes = Number(process.argv[2] ?? 1024);
const pageBytes = 150 * 1024;
const pages = Math.ceil((megabytes * 2 ** 20) / pageBytes);
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const path = join(folder, 'crawl.warc');

function pageOf(n: number): string {
  const prose = Array.from({ length: 30 }, (_, i) => `<p>The mayor of town ${n}, Ada Berg, said on day ${i} that bridge ${(n * 31 + i) % 997} would open in May, two years late. “It is a fine bridge,” Berg said, “and I will drive over it first.”</p>`); // prettier-ignore
  const list = Array.from({ length: 200 }, (_, i) => `<li class="item-${i}"><a href="/news/${n}/${i}" data-track="list-${i}"><span>Town ${i} opens its bridge number ${n + i}</span></a></li>`); // prettier-ignore
  const head = `<title>Bridge ${n}</title><meta property="og:site_name" content="Courier"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge ${n}","datePublished":"2024-05-02"}</script>`;
  const start = `<!doctype html><html><head>${head}</head><body><nav><ul>${list.slice(0, 60).join('')}</ul></nav><article><h1>Bridge ${n}</h1>${prose.join('')}</article><div class="related"><ul>${list.slice(60).join('')}</ul></div>`;
  const filler = Math.max(0, pageBytes - start.length - 100);
  // Half of a news page is script, half of the rest is lists of links.
  const script = `<script>var data = "${'x1,'.repeat(Math.floor(filler / 6))}"</script>`;
  const more = `<div class="footer-links">${`<a href="/t/${n}">town</a> `.repeat(Math.floor(filler / 2 / 26))}</div>`; // prettier-ignore
  return `${start}${script}${more}</body></html>`;
}

function recordOf(n: number): Buffer {
  const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${pageOf(n)}`);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/${n}\r\nWARC-Date: 2024-05-02T10:00:00Z\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]);
}

await pipeline(
  Readable.from((function* () { for (let n = 0; n < pages; n++) yield recordOf(n); })()), // prettier-ignore
  createWriteStream(path),
);
const resident = () => process.memoryUsage().rss / 2 ** 20;
let most = 0;
let articles = 0;
const began = performance.now();
for await (const item of archiveItems(path)) {
  if ('error' in item) throw item.error;
  if (item.source !== null && readingOf(item.source).article !== null) articles++;
  most = Math.max(most, resident());
}
const seconds = (performance.now() - began) / 1000;
rmSync(folder, { recursive: true });
console.log(`${articles} articles in ${pages} pages, ${megabytes} MB: ${(pages / seconds).toFixed(1)} pages a second, at most ${Math.round(most)} MB resident`); // prettier-ignore
