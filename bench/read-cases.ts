/**
 * Text F1 of reading alone on the project's own cases: its articles, its scraped texts, and its feeds of all four
 * formats. No engine is run, so that it takes seconds:
 *   npm run bench:reading
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPage, readText } from '../src/read/index.js';
import { casesIn } from './predict/ledger.js';
import { readingCases } from './predict/reading.js';
import { scores, tally, type TextTally } from './predict/text-f1.js';

const root = fileURLToPath(new URL('../cases', import.meta.url));

function articleCases(): [string, TextTally][] {
  return casesIn(join(root, 'articles')).map(({ name, folder }) => {
    const page = join(folder, 'page.html');
    const { article } = existsSync(page) ? readPage(readFileSync(page)) : readText(readFileSync(join(folder, 'input.txt'), 'utf8')); // prettier-ignore
    const gold = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { article: { text: string } }; // prettier-ignore
    return [name, tally(gold.article.text, article?.text ?? '')];
  });
}

function otherCases(): [string, TextTally][] {
  return readingCases(join(root, 'reading')).flatMap(({ name, expected, read }) => {
    const found = read();
    return expected.map(({ text }, i): [string, TextTally] => [`${name} ${i + 1}`, tally(text, found[i]?.text ?? '')]); // prettier-ignore
  });
}

const rows: [string, [string, TextTally][]][] = [
  ['articles', articleCases()],
  ['feeds', otherCases().filter(([name]) => name.startsWith('feed-'))],
  ['pages and scraped texts', otherCases().filter(([name]) => !name.startsWith('feed-'))],
];
rows.push(['all', rows.flatMap(([, found]) => found)]);
console.log(`${'cases'.padEnd(26)}${'texts'.padStart(7)}${'precision'.padStart(11)}${'recall'.padStart(9)}${'F1'.padStart(9)}`); // prettier-ignore
for (const [name, found] of rows) {
  const { precision, recall, f1 } = scores(found.map(([, one]) => one));
  console.log(`${name.padEnd(26)}${String(found.length).padStart(7)}${precision.toFixed(4).padStart(11)}${recall.toFixed(4).padStart(9)}${f1.toFixed(4).padStart(9)}`); // prettier-ignore
}
const missed = rows
  .at(-1)![1]
  .filter(([, { expected, found, common }]) => common < expected || common < found);
for (const [name, one] of missed) console.log(`  ${name}: F1 ${scores([one]).f1.toFixed(4)}`);
