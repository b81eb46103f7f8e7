/**
 * What the model finds with everything kept, and the numbers that its confidence is made of, for
 * training/attribution/calibrate.py:
 *   npx tsx bench/confidence-features.ts <input.jsonl> <output.jsonl>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openModel } from '../src/attribute/model/engine.js';

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) {
  console.error('usage: npx tsx bench/confidence-features.ts <input.jsonl> <output.jsonl>');
  process.exit(2);
}
const model = await openModel();
const lines: string[] = [];
for (const line of readFileSync(input, 'utf8').split('\n').filter(Boolean)) {
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  const { attributions } = await model.find(text, 0);
  lines.push(JSON.stringify({ id, attributions }));
}
writeFileSync(output, `${lines.join('\n')}\n`);
