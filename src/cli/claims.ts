import Table from 'cli-table3';
import { Command } from 'commander';
import { openLedger, type Ledger } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { asKnownOption, day, formatOption, ledgerOption, type Format } from './options.js';
import { counted } from './table.js';
import { clip, plain, type Terminal } from './terminal.js';

interface ClaimOptions {
  readonly ledger: string;
  readonly format: Format;
  readonly about?: string;
  readonly holder?: string;
  readonly changes?: true;
  readonly asOf?: string;
  readonly asKnown?: Date;
}

type Column<Row> = readonly [head: string, cell: (row: Row) => string | null];

/** `onrecord positions`: who is for, against, "not now", on what, since when. */
export function positionsCommand(terminal: Terminal, done: (code: number) => void): Command {
  return claimCommand('positions', 'list what statements commit their speakers to, oldest first')
    .option('--about <words>', 'only where relation, subject and object hold all these words ("join union")')
    .option('--holder <name>', 'only this holder (any part of the name)')
    .option('--as-of <day>', 'only what was published on or before this day', day)
    .option('--changes', 'only changes of a position, the statement before beside the one after')
    .action(async (options: ClaimOptions) => {
      if (options.changes === true) await printChanges(terminal, options);
      else
        await print(terminal, options, (ledger) => ledger.positions(options), 'position', [
          ['day', (row) => row.day],
          ['holder', (row) => row.holder],
          ['stance', (row) => row.stance],
          ['on whether', (row) => `${row.subject ?? '?'} ${row.relation} ${row.object ?? '?'}`],
          ['words', (row) => row.words],
          ['told by', (row) => row.outlet],
          ['statement', (row) => row.statementId],
        ]);
      done(exit.ok);
    });
}

async function printChanges(terminal: Terminal, options: ClaimOptions): Promise<void> {
  await print(terminal, options, (ledger) => ledger.changes(options), 'change', [
    ['holder', (row) => row.holder],
    ['on whether', (row) => `${row.subject ?? '?'} ${row.relation} ${row.object ?? '?'}`],
    ['from', (row) => `${row.before.stance} (${row.before.day})`],
    ['in the words', (row) => row.before.words],
    ['to', (row) => `${row.after.stance} (${row.after.day})`],
    ['in these words', (row) => row.after.words],
    ['statements', (row) => `${row.before.statementId ?? ''} ${row.after.statementId ?? ''}`],
  ]);
}

/** `onrecord recognition <entity>`: who recognises whom, according to whom, as of when. */
export function recognitionCommand(terminal: Terminal, done: (code: number) => void): Command {
  return claimCommand('recognition', 'list who recognises an entity, according to whom, newest first')
    .argument('<entity>', 'a state, or a place whose recognition is in dispute (any part of the name)')
    .option('--as-of <day>', 'only what was published on or before this day', day)
    .action(async (entity: string, options: ClaimOptions) => {
      await print(
        terminal,
        options,
        (ledger) => ledger.recognition(entity, options.asOf, options.asKnown),
        'report',
        [
          ['day', (row) => row.day],
          ['who', (row) => row.subject],
          ['recognises', (row) => row.object + (row.over === null ? '' : ` over ${row.over}`)],
          ['holds', (row) => row.polarity],
          ['according to', (row) => voice(row)],
          ['words', (row) => row.words],
          ['article', (row) => row.articleId],
        ],
      );
      done(exit.ok);
    });
}

/** `onrecord naming <entity>`: which outlet, and who in it, calls it what. */
export function namingCommand(terminal: Terminal, done: (code: number) => void): Command {
  return claimCommand('naming', 'list how outlets and speakers name an entity, commonest first')
    .argument('<entity>', 'what is named (any part of the name)')
    .action(async (entity: string, options: ClaimOptions) => {
      await print(terminal, options, (ledger) => ledger.naming(entity, options.asKnown), 'label', [
        ['label', (row) => row.label],
        ['marks', (row) => row.marks.join(', ')],
        ['in whose voice', (row) => voice(row)],
        ['times', (row) => String(row.times)],
        ['first', (row) => row.first],
        ['last', (row) => row.last],
        ['article', (row) => row.articleId],
      ]);
      done(exit.ok);
    });
}

function claimCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(ledgerOption())
    .addOption(formatOption())
    .addOption(asKnownOption());
}

/** The speaker, as an outlet tells it, or the outlet itself. */
function voice({
  speaker,
  outlet,
}: {
  readonly speaker: string | null;
  readonly outlet: string | null;
}): string {
  const told = outlet ?? 'an outlet without a name';
  return speaker === null ? told : `${speaker} (${told})`;
}

async function print<Row>(
  terminal: Terminal,
  { ledger: location, format }: ClaimOptions,
  find: (ledger: Ledger) => Promise<readonly Row[]>,
  noun: string,
  columns: readonly Column<Row>[],
): Promise<void> {
  const ledger = await openLedger(location);
  try {
    const rows = await find(ledger);
    if (format === 'json') terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
    else if (format === 'jsonl') for (const row of rows) terminal.out(`${JSON.stringify(row)}\n`);
    else if (rows.length === 0) terminal.out(`No ${noun} fits.\n`);
    else {
      const table = new Table({ head: columns.map(([head]) => terminal.colors.bold(head)), wordWrap: true, style: { head: [], border: [] } }); // prettier-ignore
      for (const row of rows) table.push(columns.map(([, cell]) => clip(plain(cell(row) ?? ''), 120)));
      terminal.out(`${table.toString()}\n${counted(rows.length, noun)}.\n`);
    }
  } finally {
    await ledger.close();
  }
}
