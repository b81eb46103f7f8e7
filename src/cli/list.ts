import { Command, Option } from 'commander';
import { openLedger, type SearchQuery, type StatementRow } from '../ledger/ledger.js';
import { acts, kinds, relations, stances } from '../terms/vocabulary.js';
import { exit } from './exit.js';
import { asKnownOption, day, formatOption, ledgerOption, share, upTo, type Format } from './options.js';
import { counted, printTable } from './table.js';
import type { Terminal } from './terminal.js';
import { joined } from '../terms/span.js';

/** What the commands that print statements are told. */
export interface ListOptions extends Omit<SearchQuery, 'cursor' | 'words' | 'limit'> {
  readonly ledger: string;
  readonly format: Format;
  readonly limit: number;
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
    .option('--speaker <name>', 'only this speaker (words of the name, or how they begin)')
    .option('--role <words>', 'only speakers in this role')
    .option('--outlet <name>', 'only this outlet')
    .option('--entity <name>', 'only what is about this person, body or place')
    .addOption(new Option('--kind <kind>', 'only this kind').choices(kinds))
    .addOption(new Option('--act <act>', 'only this act').choices(acts))
    .addOption(new Option('--stance <stance>', 'only what takes this stance').choices(stances))
    .addOption(new Option('--relation <relation>', 'only what is about this relation').choices(relations))
    .option('--from <day>', 'published on or after this day', day)
    .option('--to <day>', 'published on or before this day', day)
    .option('--min-confidence <share>', 'leave out what is less sure than this, 0 to 1', share)
    .option('--limit <number>', 'how many at most', upTo(10_000), 50);
}

/** Prints the statements that a query finds. @returns the exit code. */
export async function printFound(
  terminal: Terminal,
  { ledger: location, format, ...filter }: ListOptions,
  more: SearchQuery,
): Promise<number> {
  const ledger = await openLedger(location);
  try {
    const { rows } = await ledger.statements({ ...filter, ...more });
    const gone = await ledger.gone(rows.map(({ article }) => article.id), filter.asKnown); // prettier-ignore
    print(terminal, format, rows.map((row) => ({ ...row, goneSince: gone.get(row.article.id) ?? null }))); // prettier-ignore
    return exit.ok;
  } finally {
    await ledger.close();
  }
}

type ListedRow = StatementRow & { /** Since when its article is gone from its address. */ readonly goneSince: string | null }; // prettier-ignore

function print(terminal: Terminal, format: Format, rows: readonly ListedRow[]): void {
  if (format === 'json') terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
  else if (format === 'jsonl') for (const row of rows) terminal.out(`${JSON.stringify(row)}\n`);
  else if (rows.length === 0) terminal.out('No statement fits.\n');
  else {
    printTable(terminal, rows.map(tableRow));
    const gone = rows.filter(({ goneSince }) => goneSince !== null);
    const told = gone.length === 0 ? '' : ` Of these, ${gone.length} stand in articles that are gone from their address: ${[...new Set(gone.map(({ article, goneSince }) => `${article.id} since ${goneSince!.slice(0, 10)}`))].slice(0, 20).join(', ')}.`; // prettier-ignore
    terminal.out(`${counted(rows.length, 'statement')}.${told} See one in its text: onrecord show <id>\n`);
  }
}

/** A ledger row as a line of the table. */
export function tableRow(row: StatementRow): Parameters<typeof printTable>[1][number] {
  return {
    id: row.id,
    speaker: row.speaker.entity,
    mention: row.speaker.mention,
    cue: row.cueText,
    words: joined(row.contentTexts, row.content),
    kind: row.kind,
  };
}
