import { mkdir } from 'node:fs/promises';
import { Command } from 'commander';
import { openLedger } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { ledgerOption } from './options.js';
import { writeParquet } from './parquet-files.js';
import type { Terminal } from './terminal.js';

/** `onrecord parquet <folder>`: statements, positions and relations as tables for analysis. */
export function parquetCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('parquet')
    .description("write the newest readings' statements, positions and relations as Parquet files")
    .argument('<folder>', 'where statements.parquet, positions.parquet and relations.parquet go')
    .addOption(ledgerOption())
    .action(async (folder: string, { ledger: location }: { ledger: string }) => {
      const ledger = await openLedger(location);
      try {
        await mkdir(folder, { recursive: true });
        await writeParquet(folder, () => ledger.records());
      } finally {
        await ledger.close();
      }
      terminal.out(`Statements, positions and relations are in ${folder}.\n`);
      done(exit.ok);
    });
}
