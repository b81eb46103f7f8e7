import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readPage, type Reading } from '../../src/read/index.js';

function predictPages(
  folder: string,
  output: string,
  show: (reading: Reading) => unknown,
  suffix = '.html.gz',
): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.html.gz')).sort(); // prettier-ignore
  const shown = names.map(
    (name) =>
      [
        name.slice(0, name.length - suffix.length),
        show(readPage(gunzipSync(readFileSync(join(folder, name))))),
      ] as const,
  );
  writeFileSync(output, JSON.stringify(Object.fromEntries(shown)));
}

/** Task `extraction`: folder of `<id>.html.gz` → `{ id: { articleBody } }`. */
export function predictExtraction(folder: string, output: string): Promise<void> {
  predictPages(folder, output, ({ article }) => ({ articleBody: article?.text ?? '' }));
  return Promise.resolve();
}

/** Task `metadata`: folder of `<file>.html.gz` → `{ file: { title, authors, published, body } }`. */
export function predictMetadata(folder: string, output: string): Promise<void> {
  predictPages(
    folder,
    output,
    ({ article }) => ({
      title: article?.title ?? null,
      authors: article?.authors ?? [],
      published: article?.published ?? null,
      body: article?.text ?? '',
    }),
    '',
  );
  return Promise.resolve();
}
