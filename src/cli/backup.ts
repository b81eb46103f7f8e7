import { Command } from 'commander';
import { openLedger } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { linesOfLedger, writeFile } from './ledger-file.js';
import { ledgerOption } from './options.js';
import type { Terminal } from './terminal.js';

interface BackupOptions {
  readonly ledger: string;
  readonly withAccounts?: boolean;
}

/** `onrecord backup <file>`: the whole ledger as it stands at one instant, whole on the disk or not at all. */
export function backupCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('backup')
    .description(
      'write the whole ledger, as it stands now, to a file for "import"; a server goes on meanwhile',
    )
    .argument('<file>', 'file to write, or - for standard output; .gz is compressed')
    .addOption(ledgerOption())
    .option('--with-accounts', 'also who may sign in, with the hashes of their passwords, and the audit log')
    .action(async (file: string, { ledger: location, withAccounts = false }: BackupOptions) => {
      const ledger = await openLedger(location);
      try {
        if (file === '-') for await (const line of linesOfLedger(ledger, withAccounts)) terminal.out(line);
        else await writeFile(file, linesOfLedger(ledger, withAccounts));
      } finally {
        await ledger.close();
      }
      if (file !== '-')
        terminal.out(
          `The ledger is in ${file}. Bring it back with: onrecord import ${file} --ledger <new folder or URL>\n`,
        );
      done(exit.ok);
    });
}
