import { mkdir } from 'node:fs/promises';
import { Command } from 'commander';
import { openLedger } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { ledgerOption } from './options.js';
import { writeParquet } from './parquet-files.js';
import type { Terminal } from './terminal.js';

/** `onrecord parquet <folder>`: statements and positions as tables for analysis. */
export function parquetCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('parquet')
    .description("write the newest readings' statements and positions as Parquet files")
    .argument('<folder>', 'where statements.parquet and positions.parquet go')
    .addOption(ledgerOption())
    .action(async (folder: string, { ledger: location }: { ledger: string }) => {
      const ledger = await openLedger(location);
      try {
        await mkdir(folder, { recursive: true });
        await writeParquet(folder, () => ledger.records());
      } finally {
        await ledger.close();
      }
      terminal.out(`Statements and positions are in ${folder}.\n`);
      done(exit.ok);
    });
}
