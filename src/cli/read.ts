import { Command, Option } from 'commander';
import { createEngine, engineNames, type EngineName } from '../attribute/create-engine.js';
import { readAddress } from '../jobs/check-articles.js';
import { readArchive, type ArchiveOptions, type ArchiveStep } from '../jobs/read-archive.js';
import { readSource, type Source, type Wiring } from '../jobs/read-source.js';
import { openLedger, type Stored } from '../ledger/ledger.js';
import { isArchive } from '../read/archive/archive.js';
import { articleFiles, InputError, inputOf, maxFileBytes, readInput } from '../read/files.js';
import type { LedgerRecord } from '../terms/record.js';
import { exit, explain } from './exit.js';
import { formatOption, ledgerOption, share, type Format } from './options.js';
import { realOutside, type Outside } from './outside.js';
import { Progress } from './progress.js';
import { counted, printTable, rowsOf } from './table.js';
import { plain, type Terminal } from './terminal.js';

interface ReadCommandOptions {
  readonly ledger: string;
  readonly format: Format;
  readonly dryRun?: boolean;
  readonly minConfidence: number;
  readonly engine: EngineName;
  readonly again?: boolean;
}

/** `onrecord read`: pages and texts in, their statements on record. */
export function readCommand(terminal: Terminal, done: (code: number) => void, outside: Outside): Command {
  return new Command('read')
    .description('read pages, texts and archives, store and print their statements')
    .argument(
      '<input...>',
      'page (.html), text (.txt), archive (.warc, .warc.gz, .jsonl), folder, URL, or - for standard input',
    ) // prettier-ignore
    .addOption(ledgerOption())
    .addOption(formatOption())
    .addOption(
      new Option('--engine <engine>', 'what finds the statements').choices(engineNames).default('model'),
    )
    .option('--again', 'read archives from their beginning, not from where an earlier run stopped')
    .option('--dry-run', 'print what is found and store nothing')
    .option('--min-confidence <share>', 'leave out what is less sure than this, 0 to 1', share, 0)
    .action(async (inputs: string[], options: ReadCommandOptions) => {
      const engine = createEngine(options.engine);
      const ledger = options.dryRun === true ? null : await openLedger(options.ledger);
      try {
        const outcome = await readInputs(terminal, inputs, {
          ledger,
          engine,
          minConfidence: options.minConfidence,
        }, { again: options.again === true, outside }); // prettier-ignore
        print(terminal, options, outcome);
        done(outcome.failed > 0 ? exit.failed : exit.ok);
      } finally {
        await ledger?.close();
      }
    });
}

interface Outcome {
  readonly records: readonly LedgerRecord[];
  readonly stored: Readonly<Record<Stored['outcome'], number>>;
  /** How many were read; more than `records` holds where there are very many. */
  readonly articles: number;
  readonly statements: number;
  readonly failed: number;
}

interface ReadInputsOptions extends ArchiveOptions {
  /** Where addresses are asked; the real web by default. */
  readonly outside?: Outside;
}

/** Records that are kept for printing; beyond it they are stored and only counted. */
const mostPrinted = 1000;

/**
 * Reads inputs one after the other. A bad one is told on standard error, in one line, and the rest goes on; what is
 * stored stays stored.
 */
export async function readInputs(
  terminal: Terminal,
  inputs: readonly string[],
  wiring: Wiring,
  options: ReadInputsOptions = {},
): Promise<Outcome> {
  const progress = new Progress(terminal, 'articles', Date.now);
  const stored = { new: 0, changed: 0, unchanged: 0 };
  const records: LedgerRecord[] = [];
  let [articles, statements, failed] = [0, 0, 0];
  const tell = (where: string, error: unknown): void => {
    failed++;
    progress.clear();
    const reason = explain(error);
    terminal.err(`${plain(reason.startsWith(where) ? reason : `${where}: ${reason}`)}\n`);
  };
  for await (const step of stepsOf(inputs, wiring, options)) {
    if ('error' in step) tell(step.where, step.error);
    else if ('after' in step)
      terminal.err(`${plain(step.where)}: going on after ${counted(step.after, 'record')} read before (--again reads them again).\n`); // prettier-ignore
    else {
      const { record, stored: kept } = step.read;
      articles++;
      statements += record.statements.length;
      if (records.length < mostPrinted) records.push(record);
      if (kept !== null) stored[kept.outcome]++;
      progress.step(step.where);
    }
  }
  progress.clear();
  return { records, stored, articles, statements, failed };
}

const isAddress = (given: string) => /^[a-z][a-z\d+.-]*:\/\//iu.test(given);

/** What becomes of each article in the inputs: files, folders, archives, addresses, standard input. */
async function* stepsOf(
  inputs: readonly string[],
  wiring: Wiring,
  { outside = realOutside, ...options }: ReadInputsOptions,
): AsyncGenerator<ArchiveStep> {
  const get = outside.get();
  for (const given of inputs) {
    try {
      const places = given === '-' || isAddress(given) ? [given] : await articleFiles(given);
      for (const where of places) {
        try {
          if (!isAddress(where) && isArchive(where)) yield* readArchive(where, wiring, options);
          else if (isAddress(where)) yield { where, read: await readAddress(where, wiring, get) };
          else yield { where, read: await readSource(where, await sourceAt(where), wiring) };
        } catch (error) {
          yield { where, error };
        }
      }
    } catch (error) {
      yield { where: given, error };
    }
  }
}

async function sourceAt(place: string): Promise<Source> {
  return place === '-' ? inputOf('standard input', await standardInput()) : readInput(place);
}

async function standardInput(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxFileBytes)
      throw new InputError('standard input', `it is over ${maxFileBytes / 1024 / 1024} MB, the limit.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function print(
  terminal: Terminal,
  { format, dryRun }: ReadCommandOptions,
  { records, stored, articles, statements, failed }: Outcome,
): void {
  if (format === 'json')
    terminal.out(`${JSON.stringify(records.length === 1 ? records[0] : records, null, 2)}\n`);
  else if (format === 'jsonl')
    records.forEach((record) => { terminal.out(`${JSON.stringify(record)}\n`); }); // prettier-ignore
  else {
    const rows = records.flatMap(rowsOf);
    if (rows.length > 0) printTable(terminal, rows);
  }
  const kept =
    dryRun === true
      ? 'nothing stored (dry run)'
      : `${stored.new} new, ${stored.changed} changed, ${stored.unchanged} unchanged`;
  const summary = `${counted(statements, 'statement')} in ${counted(articles, 'article')}: ${kept}${failed > 0 ? `; ${failed} failed` : ''}.\n`;
  if (format === 'table') terminal.out(summary);
  else terminal.err(summary);
}
