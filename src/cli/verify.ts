import { Command } from 'commander';
import { openLedger, type Checked } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { ledgerOption } from './options.js';
import { Progress } from './progress.js';
import { counted } from './table.js';
import { plain, type Terminal } from './terminal.js';

/** `onrecord verify`: recomputes every hash and offset on record, and tells what does not hold. */
export function verifyCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('verify')
    .description('recompute the hashes and offsets of everything on record, and tell what does not hold')
    .addOption(ledgerOption())
    .option('--json', 'print what does not hold as JSON Lines')
    .action(async ({ ledger: location, json }: { ledger: string; json?: boolean }) => {
      const ledger = await openLedger(location);
      const progress = new Progress(terminal, 'batches', Date.now);
      let wrong = 0;
      let last: Checked | null = null;
      try {
        for await (const { finding, checked } of ledger.verify()) {
          last = checked;
          if (finding === null) {
            progress.step(`${checked.run} runs`);
            continue;
          }
          wrong++;
          progress.clear();
          const { table, articleId, id, problem } = finding;
          terminal.out(
            json === true
              ? `${JSON.stringify(finding)}\n`
              : `${plain(`${table} ${id} of article ${articleId}: ${problem}`)}.\n`,
          );
        }
        progress.clear();
        const looked = Object.entries(last ?? {}).map(([table, n]) => counted(n, table.replace('_', ' ')));
        const summary = `Looked at ${looked.join(', ')}: ${wrong === 0 ? 'all of it holds' : `${wrong} do not hold`}.\n`;
        if (json === true) terminal.err(summary);
        else terminal.out(summary);
      } finally {
        await ledger.close();
      }
      done(wrong === 0 ? exit.ok : exit.failed);
    });
}
