import { Command } from 'commander';
import { openLedger } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { ledgerOption } from './options.js';
import type { Terminal } from './terminal.js';

/** `onrecord export`: every article's record as JSON Lines, in bounded memory. */
export function exportCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('export')
    .description('write the records of all articles as JSON Lines to standard output')
    .addOption(ledgerOption())
    .action(async ({ ledger: location }: { ledger: string }) => {
      const ledger = await openLedger(location);
      try {
        for await (const stored of ledger.records()) terminal.out(`${JSON.stringify(stored.record)}\n`);
      } finally {
        await ledger.close();
      }
      done(exit.ok);
    });
}
