import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Ledger } from '../ledger/ledger.js';

/** Everything on record, one JSON value a line; accounts too where they are asked for. */
export async function* linesOfLedger(ledger: Ledger, accounts: boolean): AsyncGenerator<string> {
  for await (const line of ledger.dump({ accounts })) yield `${JSON.stringify(line)}\n`;
}

/** Writes a file whole or not at all: under another name first, on the disk before it takes its own. `.gz` is compressed. */
export async function writeFile(path: string, lines: AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = createWriteStream(part, { flush: true });
    const text = Readable.from(lines, { objectMode: true, highWaterMark: 16 });
    if (path.endsWith('.gz')) await pipeline(text, createGzip(), file);
    else await pipeline(text, file);
    await rename(part, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** The bytes of a file, or of standard input for `-`; unpacked where they are gzipped, as their first two bytes tell. */
export async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const source: Readable = path === '-' ? process.stdin : createReadStream(path);
  const first = await firstChunk(source);
  if (first === null) return;
  source.unshift(first);
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield* source as AsyncIterable<Uint8Array>;
    return;
  }
  const unzip = createGunzip();
  // An error of the file ends the unpacking with it, which tells it to the reader.
  source.on('error', (error) => unzip.destroy(error));
  yield* source.pipe(unzip) as AsyncIterable<Uint8Array>;
}

function firstChunk(source: Readable): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const read = () => {
      const chunk = source.read() as Buffer | null;
      if (chunk === null) return;
      source.off('readable', read);
      resolve(chunk);
    };
    source.on('readable', read);
    source.once('end', () => { resolve(null); }); // prettier-ignore
    source.once('error', reject);
  });
}
