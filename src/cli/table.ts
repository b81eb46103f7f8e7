import Table from 'cli-table3';
import { joined, slice, sliceAll } from '../terms/span.js';
import type { LedgerRecord, Statement } from '../terms/record.js';
import { clip, plain, type Terminal } from './terminal.js';

/** One line of the table that `read`, `list` and `search` print. Strings may be hostile. */
export interface TableRow {
  readonly id?: string;
  readonly speaker: string | null;
  readonly mention: string | null;
  readonly cue: string;
  readonly words: string;
  readonly kind: string;
}

/** The table rows of a record's statements, in text order. */
export function rowsOf(record: LedgerRecord): TableRow[] {
  return record.statements.map((statement) => rowOf(record.article.text, statement));
}

function rowOf(text: string, { speaker, cue, content, kind }: Statement): TableRow {
  return {
    speaker: speaker.entity,
    mention: speaker.mention,
    cue: sliceAll(text, cue),
    words: joined(
      content.map((span) => slice(text, span)),
      content,
    ),
    kind,
  };
}

/** Prints rows as speaker, cue, statement, kind, with the statement wrapped to the terminal's width. */
export function printTable(terminal: Terminal, rows: readonly TableRow[]): void {
  const { colors } = terminal;
  const withIds = rows.some((row) => row.id !== undefined);
  const fixed = [...(withIds ? [14] : []), 24, 16, 10];
  const edges = 3 * (fixed.length + 1) + 1;
  const wide = Math.max(24, terminal.columns - fixed.reduce((a, b) => a + b, 0) - edges);
  const head = [...(withIds ? ['id'] : []), 'speaker', 'cue', 'statement', 'kind'];
  const table = new Table({
    head: head.map((word) => colors.bold(word)),
    colWidths: [...(withIds ? [14] : []), 24, 16, wide, 10],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    const who =
      row.speaker === null ? colors.dim(`(${plain(row.mention ?? 'not named')})`) : plain(row.speaker);
    const cells = [who, colors.green(clip(plain(row.cue), 60)), clip(plain(row.words), 280), row.kind];
    table.push(withIds ? [colors.dim(row.id ?? ''), ...cells] : cells);
  }
  terminal.out(`${table.toString()}\n`);
}

/** `1 statement`, `3 statements`. */
export function counted(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
