import { Command } from 'commander';
import { MeaningLackingError, openLedger } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { ledgerOption } from './options.js';
import { Progress } from './progress.js';
import { counted } from './table.js';
import type { Terminal } from './terminal.js';

/** `onrecord encode`: makes the statements on record searchable by meaning. */
export function encodeCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('encode')
    .description('make the statements that are not yet so searchable by meaning; goes on where it stopped')
    .addOption(ledgerOption())
    .action(async ({ ledger: location }: { ledger: string }) => {
      const ledger = await openLedger(location);
      const progress = new Progress(terminal, 'batches', Date.now);
      let encoded = 0;
      try {
        if (!(await ledger.keepsVectors())) throw new MeaningLackingError();
        for await (const statements of ledger.encode()) {
          encoded += statements;
          progress.step(`${encoded} statements`);
        }
        progress.clear();
        terminal.out(`${counted(encoded, 'statement')} made searchable by meaning.\n`);
      } finally {
        await ledger.close();
      }
      done(exit.ok);
    });
}
