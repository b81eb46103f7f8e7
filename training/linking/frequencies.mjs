/**
 * Counts in how many statements each stem stands, for src/link/utterances/frequencies.json:
 *   npx tsx training/linking/frequencies.mjs <attribution train.jsonl> > src/link/utterances/frequencies.json
 * Only counts leave the training articles; stems of fewer than 4 statements are left out.
 */
import { readFileSync } from 'node:fs';
import { stemmer } from 'stemmer';
import { words } from '../../src/text/words.ts';

const counts = new Map();
let of = 0;
for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const { text, attributions } = JSON.parse(line);
  for (const { content } of attributions) {
    of++;
    const list = content.flatMap(([from, to]) => words(text, from, to)).filter((word) => word.letters);
    const stems = new Set(list.map(({ lower }) => stemmer(lower.normalize('NFD').replace(/[\u0300-\u036f]/gu, '').replace(/['’]s?$/u, ''))));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
}
const kept = [...counts].filter(([stem, n]) => n >= 4 && /^\p{L}+$/u.test(stem)).sort(([a], [b]) => (a < b ? -1 : 1));
process.stdout.write(`${JSON.stringify({ made: 'training/linking/frequencies.mjs', of, statements: Object.fromEntries(kept) })}\n`);
