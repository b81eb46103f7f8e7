import { Command } from 'commander';
import { openLedger } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { bytesOf } from './ledger-file.js';
import { ledgerOption } from './options.js';
import { counted } from './table.js';
import type { Terminal } from './terminal.js';

/** `onrecord import <file>`: a whole ledger, or more of it, from what `backup` wrote. */
export function importCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('import')
    .description('add a whole ledger from a file that "backup" wrote')
    .argument('<file>', 'the file, or - for standard input; .gz is unpacked')
    .addOption(ledgerOption())
    .action(async (file: string, { ledger: location }: { ledger: string }) => {
      const ledger = await openLedger(location);
      try {
        const { added, present, identical } = await ledger.load(bytesOf(file));
        terminal.out(
          `${counted(added, 'row')} added, ${counted(present, 'row')} there already. ${identical ? 'The ledger holds exactly what the file does, by its hashes.' : 'The ledger holds more than the file.'}\n`,
        );
      } finally {
        await ledger.close();
      }
      done(exit.ok);
    });
}
