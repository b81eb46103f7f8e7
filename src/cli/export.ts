import { createWriteStream } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { formatNames, formats, type FormatName } from '../formats/formats.js';
import { openLedger, type Ledger, type StatementFilter } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { day, ledgerOption, share } from './options.js';
import type { Terminal } from './terminal.js';

interface ExportOptions extends Pick<StatementFilter, 'words' | 'speaker' | 'entity' | 'outlet' | 'from' | 'to' | 'minConfidence'> {
  readonly ledger: string;
  readonly format: FormatName | 'records';
  readonly out?: string;
  readonly title?: string;
} // prettier-ignore

/** `onrecord export`: what is on record, in the formats of other programs, in bounded memory. */
export function exportCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('export')
    .description('write what is on record in a format of other programs')
    .addOption(ledgerOption())
    .addOption(
      new Option(
        '--format <format>',
        `records: every article's record as JSON Lines (no filter applies); ${formatNames.map((name) => `${name}: ${formats[name].description}`).join('; ')}`,
      )
        .choices(['records', ...formatNames])
        .default('records'),
    ) // prettier-ignore
    .option('--out <file>', 'where to; standard output where it is left out')
    .option('--words <question>', 'only statements with these words, as in search')
    .option('--speaker <name>', 'only this speaker')
    .option('--entity <name>', 'only statements about this')
    .option('--outlet <name>', 'only this outlet')
    .option('--from <day>', 'published on or after this day', day)
    .option('--to <day>', 'published on or before this day', day)
    .option('--min-confidence <share>', 'leave out what is less sure than this, 0 to 1', share)
    .option('--title <words>', 'what stands above a dossier')
    .action(async (options: ExportOptions, command: Command) => {
      if (options.out === undefined && options.format !== 'records' && formats[options.format].binary)
        command.error(`error: ${options.format} is no text; say with --out <file> where to write it.`);
      const ledger = await openLedger(options.ledger);
      try {
        const to = options.out === undefined ? standardOutput(terminal) : createWriteStream(options.out);
        await pipeline(Readable.from(contentOf(ledger, options)), to);
      } finally {
        await ledger.close();
      }
      done(exit.ok);
    });
}

function contentOf(ledger: Ledger, options: ExportOptions): AsyncIterable<string | Uint8Array> {
  const { format, title, words, speaker, entity, outlet, from, to, minConfidence } = options;
  if (format === 'records') return recordLines(ledger);
  return formats[format].write(ledger.exported({ words, speaker, entity, outlet, from, to, minConfidence }), {
    title: title ?? speaker ?? entity ?? words ?? 'Statements on record',
    made: new Date().toISOString(),
  });
}

async function* recordLines(ledger: Ledger): AsyncGenerator<string> {
  for await (const { record } of ledger.records()) yield `${JSON.stringify(record)}\n`;
}

/** Standard output, for text, as a stream that is not closed. */
function standardOutput(terminal: Terminal): Writable {
  return new Writable({
    decodeStrings: false,
    write: (part: string, _, next) => {
      terminal.out(part);
      next();
    },
  });
}
