import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { createEngine } from '../attribute/create-engine.js';
import { openLedger } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { tableRow } from './list.js';
import { ledgerOption, upTo } from './options.js';
import { readInputs } from './read.js';
import { keptFor, serveUntilStopped } from './serve.js';
import { counted, printTable } from './table.js';
import type { Terminal } from './terminal.js';

const examples = fileURLToPath(new URL('../../cases/articles/', import.meta.url));

/** `onrecord start`: the main job at a glance. Fills an empty ledger with the example articles, prints, serves. */
export function startCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('start')
    .description('fill an empty ledger with the example articles, print its statements, and serve the pages')
    .addOption(ledgerOption())
    .option('--port <number>', 'port of the pages', upTo(65535), 4173)
    .option('--no-serve', 'only print')
    .action(async (options: { ledger: string; port: number; serve: boolean }) => {
      const ledger = await openLedger(options.ledger);
      try {
        if ((await ledger.summary()).articles === 0) {
          terminal.out(
            'The ledger is empty: reading the example articles (invented countries and people).\n',
          );
          await readInputs(terminal, [examples], { ledger, engine: createEngine(), minConfidence: 0 });
        }
        const { rows } = await ledger.statements({ limit: 25 });
        const summary = await ledger.summary();
        printTable(terminal, rows.map(tableRow)); // prettier-ignore
        terminal.out(
          `The newest ${rows.length} of ${counted(summary.statements, 'statement')} in ${counted(summary.articles, 'article')} of ${counted(summary.outlets, 'outlet')}.\n`,
        );
        if (options.serve)
          await serveUntilStopped(terminal, keptFor(ledger, options.ledger), { port: options.port });
        done(exit.ok);
      } finally {
        await ledger.close();
      }
    });
}
