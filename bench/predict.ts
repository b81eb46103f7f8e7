/**
 * Runs one task on inputs alone, never on gold, so that anyone can score other data:
 *   npm run predict -- <task> <input> <output>
 * Exit codes: 0 done, 1 failed, 2 wrong usage or a task that does not exist.
 */
import { createEngine } from '../src/attribute/create-engine.js';
import { predictAttribution } from './predict/attribution.js';
import { predictLedger } from './predict/ledger.js';
import { predictExtraction, predictMetadata } from './predict/pages.js';
import { predictSpeakers } from './predict/speakers.js';

/** `ONRECORD_ENGINE=rules` measures the rules alone. */
const engineName = process.env['ONRECORD_ENGINE'] === 'rules' ? 'rules' : 'model';

type Task = (input: string, output: string) => Promise<void>;

/** Every task by name: what goes in, what comes out is told by `usage`. */
export const tasks: Readonly<Record<string, Task>> = {
  attribution: (input, output) => predictAttribution(input, output, createEngine(engineName)),
  speakers: (input, output) => predictSpeakers(input, output, createEngine(engineName)),
  extraction: predictExtraction,
  metadata: predictMetadata,
  ledger: (input, output) => predictLedger(input, output, createEngine(engineName)),
};

const usage = `usage: npm run predict -- <task> <input> <output>

  attribution  JSON Lines {id, text}                     → JSON Lines {id, attributions}
  speakers     JSON Lines {id, text, attributions}       → JSON [{article, speakers}]
  extraction   folder of <id>.html.gz                    → JSON {id: {articleBody}}
  metadata     folder of <file>.html.gz                  → JSON {file: {title, authors, published, body}}
  ledger       folder of cases (page.html or input.txt,
               or a folder a version)                    → folder of <slug>.json records
`;

async function main([name, input, output]: string[]): Promise<number> {
  if (name === undefined || input === undefined || output === undefined) {
    console.error(usage);
    return 2;
  }
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (task === undefined) {
    console.error(`There is no task "${name}" (yet). Tasks: ${Object.keys(tasks).join(', ')}.`);
    return 2;
  }
  await task(input, output);
  return 0;
}

if (process.argv[1]?.endsWith('predict.ts') === true) {
  main(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
