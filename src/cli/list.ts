import { Command } from 'commander';
import { openLedger, type Ledger, type StatementFilter, type StatementRow } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { asKnownOption, day, formatOption, ledgerOption, share, upTo, type Format } from './options.js';
import { counted, printTable } from './table.js';
import type { Terminal } from './terminal.js';

interface ListOptions {
  readonly ledger: string;
  readonly format: Format;
  readonly limit: number;
  readonly speaker?: string;
  readonly outlet?: string;
  readonly from?: string;
  readonly to?: string;
  readonly minConfidence?: number;
  readonly asKnown?: Date;
}

/** `onrecord list`: the statements on record, newest first. */
export function listCommand(terminal: Terminal, done: (code: number) => void): Command {
  return withFilters(new Command('list').description('list the statements on record, newest first')).action(
    async (options: ListOptions) => {
      done(await printFound(terminal, options, {}));
    },
  );
}

/** The options that `list` and `search` share. */
export function withFilters(command: Command): Command {
  return command
    .addOption(ledgerOption())
    .addOption(formatOption())
    .addOption(asKnownOption())
    .option('--speaker <name>', 'only this speaker (any part of the name)')
    .option('--outlet <name>', 'only this outlet')
    .option('--from <day>', 'published on or after this day', day)
    .option('--to <day>', 'published on or before this day', day)
    .option('--min-confidence <share>', 'leave out what is less sure than this, 0 to 1', share)
    .option('--limit <number>', 'how many at most', upTo(10_000), 50);
}

/** Prints the statements that a filter finds. @returns the exit code. */
export async function printFound(
  terminal: Terminal,
  options: ListOptions,
  more: StatementFilter,
): Promise<number> {
  const ledger = await openLedger(options.ledger);
  try {
    const rows = await firstRows(ledger, { ...options, ...more }, options.limit);
    print(terminal, options.format, rows);
    return exit.ok;
  } finally {
    await ledger.close();
  }
}

async function firstRows(ledger: Ledger, filter: StatementFilter, limit: number): Promise<StatementRow[]> {
  const { speaker, outlet, from, to, minConfidence, words, asKnown } = filter;
  const page = await ledger.statements({ speaker, outlet, from, to, minConfidence, words, asKnown, limit });
  return [...page.rows];
}

function print(terminal: Terminal, format: Format, rows: readonly StatementRow[]): void {
  if (format === 'json') terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
  else if (format === 'jsonl') for (const row of rows) terminal.out(`${JSON.stringify(row)}\n`);
  else if (rows.length === 0) terminal.out('No statement fits.\n');
  else {
    printTable(terminal, rows.map(tableRow));
    terminal.out(`${counted(rows.length, 'statement')}. See one in its text: onrecord show <id>\n`);
  }
}

/** A ledger row as a line of the table. */
export function tableRow(row: StatementRow): Parameters<typeof printTable>[1][number] {
  return {
    id: row.id,
    speaker: row.speaker.entity,
    mention: row.speaker.mention,
    cue: row.cueText,
    words: row.contentTexts.join(' … '),
    kind: row.kind,
  };
}
