import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttributionEngine } from '../../src/attribute/engine.js';
import { makeRecord } from '../../src/pipeline.js';
import { readPage, readText } from '../../src/read/index.js';
import type { LedgerRecord } from '../../src/terms/record.js';

/** A folder with one input, and the name its record gets: `<slug>` or `<slug>.<version>`. */
interface Case {
  readonly name: string;
  readonly folder: string;
}

/** The cases in a folder, sorted by name; a case may hold its input itself or one folder a version. */
export function casesIn(folder: string): Case[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }): Case[] => {
      const path = join(folder, name);
      if (hasInput(path)) return [{ name, folder: path }];
      return readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && hasInput(join(path, entry.name)))
        .map((entry) => ({ name: `${name}.${entry.name}`, folder: join(path, entry.name) }));
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function hasInput(folder: string): boolean {
  return existsSync(join(folder, 'page.html')) || existsSync(join(folder, 'input.txt'));
}

/** Reads the input of a case folder and makes its record; null where there is no article in it. */
export async function recordOf(folder: string, engine: AttributionEngine): Promise<LedgerRecord | null> {
  const page = join(folder, 'page.html');
  const reading = existsSync(page)
    ? readPage(readFileSync(page), {})
    : readText(readFileSync(join(folder, 'input.txt'), 'utf8'), {});
  return reading.article === null ? null : makeRecord(reading.article, engine);
}

/** Task `ledger`: folder of case folders → folder of `<name>.json` records. A case without an article is told and skipped. */
export async function predictLedger(input: string, output: string, engine: AttributionEngine): Promise<void> {
  mkdirSync(output, { recursive: true });
  for (const { name, folder } of casesIn(input)) {
    const record = await recordOf(folder, engine);
    if (record === null) console.error(`${name}: no article found, skipped`);
    else writeFileSync(join(output, `${name}.json`), JSON.stringify(record));
  }
}
