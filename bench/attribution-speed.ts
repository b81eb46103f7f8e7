/**
 * How fast the engine reads articles, in one process after a first article:
 *   npx tsx bench/attribution-speed.ts [articles]
 * Prints articles a second (as 750 words each), milliseconds to the first result, and resident memory. Texts are the
 * project's own cases, joined to 750 words. Compare runs side by side; single figures depend on the machine.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from '../src/attribute/create-engine.js';
import { recordSchema } from '../src/terms/record.js';
import { casesIn } from './predict/ledger.js';

const wanted = Number(process.argv[2] ?? 20);
const started = performance.now();
const engine = createEngine();
const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'cases/articles');
const texts = casesIn(folder).map((c) => recordSchema.parse(JSON.parse(readFileSync(join(c.folder, 'expected.json'), 'utf8'))).article.text); // prettier-ignore
const words = texts.join('\n\n').split(/(?<=\s)/u);
const article = (n: number) =>
  Array.from({ length: 750 }, (_, i) => words[(n * 377 + i) % words.length]).join('');

await engine.analyse(article(0), 'en');
const first = performance.now() - started;
const began = performance.now();
for (let n = 1; n <= wanted; n++) await engine.analyse(article(n), 'en');
const seconds = (performance.now() - began) / 1000;
console.log(
  `${engine.version}: ${(wanted / seconds).toFixed(1)} articles a second, first result after ${Math.round(first)} ms, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB resident`,
);
