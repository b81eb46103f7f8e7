/**
 * How fast the trained engine reads articles, in one process after a first article:
 *   npx tsx bench/attribution-speed.ts [articles] [threads]
 * Prints articles a second (as 750 words each), milliseconds to the first result, resident memory, and the share of each
 * part. Texts are the project's own cases, joined to 750 words. Compare runs side by side, each in a fresh process;
 * single figures depend on the machine.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InferenceSession } from 'onnxruntime-node';
import { openModel } from '../src/attribute/model/engine.js';
import { quotationAttributions } from '../src/attribute/rules/engine.js';
import { recordSchema } from '../src/terms/record.js';
import { casesIn } from './predict/ledger.js';

const wanted = Number(process.argv[2] ?? 20);
const threads = process.argv[3] === undefined ? undefined : Number(process.argv[3]);
const spent: Record<string, number> = {};
const timed = async <T>(part: string, work: () => T | Promise<T>): Promise<T> => {
  const began = performance.now();
  const result = await work();
  spent[part] = (spent[part] ?? 0) + performance.now() - began;
  return result;
};

// The runtime's sessions, each under a clock: the encoder is loaded first, then the linker.
const create = InferenceSession.create.bind(InferenceSession);
const parts = ['encoder', 'linker'];
InferenceSession.create = (async (...args: Parameters<typeof create>) => {
  const part = parts.shift() ?? 'other';
  const session = await create(...args);
  const run = session.run.bind(session);
  session.run = ((...given: Parameters<typeof run>) =>
    timed(part, () => run(...given))) as typeof session.run;
  return session;
}) as typeof InferenceSession.create;

const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'cases/articles');
const texts = casesIn(folder).map((c) => recordSchema.parse(JSON.parse(readFileSync(join(c.folder, 'expected.json'), 'utf8'))).article.text); // prettier-ignore
const words = texts.join('\n\n').split(/(?<=\s)/u);
const article = (n: number) =>
  Array.from({ length: 750 }, (_, i) => words[(n * 377 + i) % words.length]).join('');

const started = performance.now();
const model = await openModel(threads);
await model.find(article(0));
const first = performance.now() - started;
for (const part of Object.keys(spent)) spent[part] = 0;
const began = performance.now();
for (let n = 1; n <= wanted; n++) await timed('all', () => model.find(article(n)));
const seconds = (performance.now() - began) / 1000;
for (let n = 1; n <= wanted; n++) await timed('rules', () => quotationAttributions(article(n), 'en'));
const share = (part: string) => `${part} ${Math.round((100 * (spent[part] ?? 0)) / spent['all']!)}%`;
console.log(
  `${(wanted / seconds).toFixed(1)} articles a second, first result after ${Math.round(first)} ms, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB resident; of the time: ${['encoder', 'linker', 'rules'].map(share).join(', ')}, the rest in splitting words and decoding`,
);
