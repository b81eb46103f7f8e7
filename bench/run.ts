/**
 * Runs every scorer of ../shared/bench that applies, and the project's own cases; prints one table and writes it
 * as JSON:
 *   npm run bench [-- --only <name>]…
 * What is skipped is said, with the reason. Accuracy only; speed has its own files beside this one.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { tasks } from './predict.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '..', 'shared', 'bench');
const out = join(root, 'bench', 'out');
const run = promisify(execFile);

interface Benchmark {
  readonly name: string;
  readonly task: string;
  /** What the task reads. */
  readonly input: string;
  readonly output: string;
  readonly scorer: string;
  /** Arguments of the scorer, given the predictions. */
  readonly args: (output: string) => string[];
  /** Which figures to show, as paths into the scorer's JSON. */
  readonly figures: readonly string[];
}

const ledgerFigures = [
  'text.f1', 'statements.f1', 'attributed.f1', 'kindAccuracy', 'speakerAccuracy', 'speakerWrong', 'mediumAccuracy',
  'actAccuracy', 'positions.f1', 'positionsWithoutStance.f1', 'relations.f1', 'relationVoiceAccuracy',
  'designations.f1', 'marks.f1',
]; // prettier-ignore

const benchmarks: readonly Benchmark[] = [
  {
    name: 'attribution-dev',
    task: 'attribution',
    input: join(shared, 'attribution/dev.jsonl'),
    output: 'attribution.jsonl',
    scorer: join(shared, 'attribution/score.mjs'),
    args: (output) => [join(shared, 'attribution/dev.jsonl'), output],
    figures: [
      'attribution.precision', 'attribution.recall', 'attribution.f1', 'contentExact.f1', 'words.source.f1',
      'words.cue.f1', 'words.content.f1', 'recallByKind.direct.recall', 'recallByKind.mixed.recall',
      'recallByKind.indirect.recall',
    ], // prettier-ignore
  },
  {
    name: 'speakers-dev',
    task: 'speakers',
    input: join(shared, 'attribution/dev.jsonl'),
    output: 'speakers.json',
    scorer: join(shared, 'speakers/score.mjs'),
    args: (output) => [join(shared, 'speakers/dev.json'), output],
    figures: [],
  },
  {
    name: 'extraction-dev',
    task: 'extraction',
    input: join(shared, 'extraction/html'),
    output: 'extraction.json',
    scorer: join(shared, 'extraction/score.mjs'),
    args: (output) => [join(shared, 'extraction/ground-truth.json'), output],
    figures: [],
  },
  {
    name: 'metadata-dev',
    task: 'metadata',
    input: join(shared, 'metadata/html'),
    output: 'metadata.json',
    scorer: join(shared, 'metadata/score-metadata.mjs'),
    args: (output) => [join(shared, 'metadata/expected.json'), output],
    figures: [],
  },
  {
    name: 'ledger-worked-example',
    task: 'ledger',
    input: join(shared, 'ledger'),
    output: 'ledger',
    scorer: join(shared, 'ledger/score.mjs'),
    args: (output) => [join(shared, 'ledger'), output],
    figures: ledgerFigures,
  },
  {
    name: 'own-cases',
    task: 'ledger',
    input: join(root, 'cases/articles'),
    output: 'cases',
    scorer: join(shared, 'ledger/score.mjs'),
    args: (output) => [join(root, 'cases/articles'), output],
    figures: ledgerFigures,
  },
];

async function measure(benchmark: Benchmark): Promise<unknown> {
  const output = join(out, benchmark.output);
  await tasks[benchmark.task]!(benchmark.input, output);
  const { stdout } = await run(process.execPath, [benchmark.scorer, ...benchmark.args(output), '--json'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

/** The numbers of a scorer's JSON, as `path → number`; only the named ones where any are named. */
function numbersOf(value: unknown, named: readonly string[], path = ''): [path: string, n: number][] {
  if (typeof value === 'number') return named.length === 0 || named.includes(path) ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    numbersOf(inner, named, path === '' ? key : `${path}.${key}`),
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  mkdirSync(out, { recursive: true });
  const results: Record<string, unknown> = {};
  for (const benchmark of benchmarks) {
    if (values.only && !values.only.includes(benchmark.name)) continue;
    const absent = [benchmark.input, benchmark.scorer].find((path) => !existsSync(path));
    if (absent !== undefined) {
      console.log(`${benchmark.name}: skipped, there is no ${absent}`);
      results[benchmark.name] = { skipped: `no ${absent}` };
      continue;
    }
    const result = await measure(benchmark);
    results[benchmark.name] = result;
    console.log(`\n${benchmark.name}`);
    for (const [path, n] of numbersOf(result, benchmark.figures))
      console.log(`  ${path.padEnd(34)}${n.toFixed(3).padStart(9)}`);
  }
  writeFileSync(join(out, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
  console.log(`\nWritten to ${join('bench', 'out', 'results.json')}`);
}

await main();
