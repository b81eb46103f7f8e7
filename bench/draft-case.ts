/**
 * Drafts the expected record of a case from what the program finds, for a person to correct line by line:
 *   npm run case -- cases/articles/<slug>
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../src/attribute/create-engine.js';
import { recordOf } from './predict/ledger.js';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run case -- <case folder with page.html or input.txt>');
  process.exitCode = 2;
} else if (existsSync(join(folder, 'expected.json'))) {
  console.error(`${folder} has its expected.json already. Correct that one; the truth is not drafted twice.`);
  process.exitCode = 1;
} else {
  const record = await recordOf(folder, createEngine());
  if (record === null) {
    console.error(`${folder}: no article was found in it.`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(folder, 'expected.json'), `${JSON.stringify({ ...record, aliases: {} }, null, 1)}\n`);
    console.log(
      `Drafted ${join(folder, 'expected.json')}. Read the article and correct every line before you commit it.`,
    );
  }
}
