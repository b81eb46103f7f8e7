import { Command, Option } from 'commander';
import { createEngine, engineNames, type EngineName } from '../attribute/create-engine.js';
import type { AttributionEngine } from '../attribute/engine.js';
import { openLedger, type Ledger, type Stored } from '../ledger/ledger.js';
import { makeRecord } from '../pipeline.js';
import { fetchPage } from '../read/fetch.js';
import { articleFiles, InputError, inputOf, maxFileBytes, readInput, type Input } from '../read/files.js';
import { readPage, readText } from '../read/index.js';
import type { LedgerRecord } from '../terms/record.js';
import { exit, explain } from './exit.js';
import { formatOption, ledgerOption, share, type Format } from './options.js';
import { Progress } from './progress.js';
import { counted, printTable, rowsOf } from './table.js';
import { plain, type Terminal } from './terminal.js';

interface ReadCommandOptions {
  readonly ledger: string;
  readonly format: Format;
  readonly dryRun?: boolean;
  readonly minConfidence: number;
  readonly engine: EngineName;
}

/** `onrecord read`: pages and texts in, their statements on record. */
export function readCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('read')
    .description('read pages (.html) and texts (.txt), store and print their statements')
    .argument('<input...>', 'file, folder, URL, or - for standard input')
    .addOption(ledgerOption())
    .addOption(formatOption())
    .addOption(
      new Option('--engine <engine>', 'what finds the statements').choices(engineNames).default('model'),
    )
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
        });
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
  readonly failed: number;
}

interface Wiring {
  /** Null: nothing is stored. */
  readonly ledger: Ledger | null;
  readonly engine: AttributionEngine;
  readonly minConfidence: number;
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
): Promise<Outcome> {
  const progress = new Progress(terminal, 'articles', Date.now);
  const stored = { new: 0, changed: 0, unchanged: 0 };
  const records: LedgerRecord[] = [];
  let failed = 0;
  const tell = (where: string, error: unknown): void => {
    failed++;
    progress.clear();
    const reason = explain(error);
    terminal.err(`${plain(reason.startsWith(where) ? reason : `${where}: ${reason}`)}\n`);
  };
  for (const given of inputs) {
    const places = await placesOf(given).catch((error: unknown) => {
      tell(given, error);
      return [];
    });
    for (const place of places) {
      try {
        const { record, outcome } = await readOne(place, wiring);
        if (records.length < mostPrinted) records.push(record);
        if (outcome !== null) stored[outcome]++;
        progress.step(place);
      } catch (error) {
        tell(place, error);
      }
    }
  }
  progress.clear();
  return { records, stored, failed };
}

const isAddress = (given: string) => /^[a-z][a-z\d+.-]*:\/\//iu.test(given);

async function placesOf(given: string): Promise<string[]> {
  return given === '-' || isAddress(given) ? [given] : articleFiles(given);
}

async function readOne(place: string, { ledger, engine, minConfidence }: Wiring) {
  const fetchedAt = new Date();
  const input = await inputAt(place);
  const options = { url: input.url, contentType: input.contentType ?? undefined };
  const reading =
    input.format === 'page'
      ? readPage(input.bytes, options)
      : readText(Buffer.from(input.bytes).toString('utf8'), options);
  if (reading.article === null) {
    throw new InputError(
      place,
      `${reading.trail.at(-1)?.reason ?? 'no article was found in it'}. Nothing was stored.`,
    );
  }
  const record = await makeRecord(reading.article, engine, { minConfidence });
  const page = {
    bytes: input.bytes,
    location: place,
    contentType: input.contentType ?? null,
    headers: input.headers ?? {},
    fetchedAt,
  };
  const stored = await ledger?.store(record, { engine: engine.version, page });
  return { record, outcome: stored?.outcome ?? null };
}

interface Source extends Input {
  readonly url?: string;
  readonly contentType?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

async function inputAt(place: string): Promise<Source> {
  if (place === '-') return inputOf('standard input', await standardInput());
  return isAddress(place) ? fetchPage(place) : readInput(place);
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
  { records, stored, failed }: Outcome,
): void {
  if (format === 'json')
    terminal.out(`${JSON.stringify(records.length === 1 ? records[0] : records, null, 2)}\n`);
  else if (format === 'jsonl')
    records.forEach((record) => { terminal.out(`${JSON.stringify(record)}\n`); }); // prettier-ignore
  else {
    const rows = records.flatMap(rowsOf);
    if (rows.length > 0) printTable(terminal, rows);
  }
  const found = records.reduce((sum, { statements }) => sum + statements.length, 0);
  const kept =
    dryRun === true
      ? 'nothing stored (dry run)'
      : `${stored.new} new, ${stored.changed} changed, ${stored.unchanged} unchanged`;
  const summary = `${counted(found, 'statement')} in ${counted(records.length, 'article')}: ${kept}${failed > 0 ? `; ${failed} failed` : ''}.\n`;
  if (format === 'table') terminal.out(summary);
  else terminal.err(summary);
}
