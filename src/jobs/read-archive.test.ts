import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine } from '../attribute/create-engine.js';
import { openLedger, type Ledger } from '../ledger/ledger.js';
import { readArchive, type ArchiveStep } from './read-archive.js';

let folder: string;
let ledger: Ledger;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-jobs-'));
  ledger = await openLedger(join(folder, 'ledger'));
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

const engine = createEngine('rules');
const article = (n: number) =>
  JSON.stringify({
    url: `https://courier.example/${n}`,
    outlet: 'Courier',
    text: `The mayor of Harn, Ada Berg, said that bridge ${n} would open in May. “It is a fine bridge,” Berg said.`,
  });

async function read(path: string, most: number, again = false): Promise<ArchiveStep[]> {
  const steps: ArchiveStep[] = [];
  for await (const step of readArchive(path, { ledger, engine, minConfidence: 0 }, { again, markEvery: 2 })) {
    steps.push(step);
    if (steps.length === most) break; // As when somebody stops the program.
  }
  return steps;
}

it('goes on where it stopped, and does not read twice what is done', async () => {
  const path = join(folder, 'articles.jsonl.gz');
  const lines = [article(1), article(2), 'no article', article(3), article(4)];
  await writeFile(path, gzipSync(lines.join('\n')));

  expect(await read(path, 4)).toHaveLength(4);
  const rest = await read(path, 100);
  expect(rest[0]).toEqual({ where: path, after: 2 });
  expect(rest.slice(1).map((step) => ('read' in step ? step.read.stored?.outcome : 'error'))).toEqual([
    'error',
    'unchanged',
    'new',
  ]);
  expect(await read(path, 100)).toEqual([{ where: path, after: 5 }]);
  expect(await read(path, 100, true)).toHaveLength(5);
  expect((await ledger.summary()).articles).toBe(4);
});

it('keeps the headers and the time of the crawl, and tries a broken end again', async () => {
  const html = `<html><head><title>Bridge</title></head><body>${'<p>The mayor of Harn, Ada Berg, said that the bridge would open in May, two years late.</p>'.repeat(3)}</body></html>`;
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: "7"\r\n\r\n${html}`;
  const record = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/w\r\nWARC-Date: 2024-05-02T10:00:00Z\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`;
  const path = join(folder, 'crawl.warc.gz');
  await writeFile(path, Buffer.concat([gzipSync(record), gzipSync(record).subarray(0, 90)]));
  const steps = await read(path, 100);
  expect(steps.map((step) => Object.keys(step)[1])).toEqual(['read', 'error']);
  expect(steps[0]).toMatchObject({ read: { record: { article: { url: 'https://courier.example/w' } } } });
  const again = await read(path, 100);
  expect(again.map((step) => Object.keys(step)[1])).toEqual(['after', 'error']);
});
