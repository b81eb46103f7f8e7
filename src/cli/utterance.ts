import { Command } from 'commander';
import { openLedger, type Ledger, type ReportView, type UtteranceView } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { asKnownOption, ledgerOption } from './options.js';
import { plain, type Terminal } from './terminal.js';
import { joined } from '../terms/span.js';

interface Options {
  readonly ledger: string;
  readonly json?: boolean;
  readonly part?: boolean;
  readonly join?: string;
  readonly undo?: boolean;
  readonly by?: string;
  readonly reason?: string;
  readonly asKnown?: Date;
}

/** `onrecord utterance <id>`: who else reports the same words, how they differ; and corrections of the grouping. */
export function utteranceCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('utterance')
    .description('show who else reports what a statement reports, and how the wordings differ')
    .argument('<id>', 'id of the statement, or its first characters')
    .addOption(ledgerOption())
    .addOption(asKnownOption())
    .option('--json', 'print it as JSON')
    .option('--part', 'it is another utterance: take the statement out of its group')
    .option('--join <id>', 'it is the same utterance as this statement: put the groups together')
    .option('--undo', 'take back the newest decision on the statement')
    .option('--by <name>', 'who decides')
    .option('--reason <words>', 'why')
    .action(async (given: string, options: Options) => {
      const ledger = await openLedger(options.ledger);
      try {
        done(await run(terminal, ledger, given, options));
      } finally {
        await ledger.close();
      }
    });
}

async function run(terminal: Terminal, ledger: Ledger, given: string, options: Options): Promise<number> {
  const id = (await ledger.statement(given))?.statement.id ?? given;
  const decision = { by: options.by ?? 'command line', reason: options.reason ?? null };
  if (options.part === true) await ledger.partUtterance(id, decision);
  if (options.join !== undefined) {
    const other = (await ledger.statement(options.join))?.statement.id ?? options.join;
    await ledger.joinUtterances([id, other], decision);
  }
  if (options.undo === true) await ledger.undoUtterance(id, decision);
  const view = await ledger.utterance(id, options.asKnown);
  if (view === null) {
    terminal.err(`There is no statement ${plain(given)} in ${options.ledger}. "onrecord list" shows the ids.\n`); // prettier-ignore
    return exit.failed;
  }
  terminal.out(options.json === true ? `${JSON.stringify(view, null, 2)}\n` : drawUtterance(terminal, view));
  return exit.ok;
}

/** The reports of an utterance, earliest first, each with what it changes. */
export function drawUtterance(terminal: Terminal, { reports, independent, outlets }: UtteranceView): string {
  const { colors } = terminal;
  const head = `Reported by ${independent} article${independent === 1 ? '' : 's'} (copies of one text counted once), ${outlets.length} outlet${outlets.length === 1 ? '' : 's'}.`; // prettier-ignore
  return `${[colors.bold(head), ...reports.map((report) => drawReport(terminal, report))].join('\n')}\n`;
}

function drawReport({ colors }: Terminal, { statement, day, chain, copyOf, changes }: ReportView): string {
  const copied = copyOf === null ? '' : ' (copy)';
  const lines = [
    `${day}  ${plain(chain.join(' → ') || 'unknown outlet')}${copied}  ${colors.dim(statement.id)}`,
    `    ${colors.green(plain(statement.cueText))} ${plain(joined(statement.contentTexts, statement.content))}`,
    ...changes.map(({ what, words }) => `    ${colors.yellow(what.endsWith('cue') ? what : `${what} fell out`)}: ${plain(words)}`),
  ]; // prettier-ignore
  return lines.join('\n');
}
