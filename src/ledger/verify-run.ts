import { sql } from 'kysely';
import { recordSchema, type LedgerRecord } from '../terms/record.js';
import { checkSpans } from './check-spans.js';
import type { Database } from './database.js';
import { canonicalJson, runId, statementIds, versionId } from './ids.js';
import { claimRows } from './store-claims.js';
import { statementRow } from './store.js';
import type { Checked, Finding } from './finding.js';

/** A row of `run`. */
export interface StoredRun {
  readonly article_id: string;
  readonly version_id: string;
  readonly run_id: string;
  readonly engine: string;
  readonly record: unknown;
}

/**
 * The columns that are recomputed. Columns that later schema files add are empty in older rows, so each names itself here
 * only where every row has it.
 */
const columns = {
  statement: [
    'statement_id', 'kind', 'source', 'cue', 'content', 'cue_text', 'content_texts', 'cue_lemma', 'mention', 'entity',
    'speaker_type', 'role', 'speaker_confidence', 'medium', 'relay', 'act', 'edits', 'about', 'confidence',
  ],
  position: ['statement_id', 'holder', 'stance', 'relation', 'predicate', 'subject', 'object', 'words'],
  relation: [
    'statement_id', 'relation', 'predicate', 'subject', 'object', 'over', 'polarity', 'start_at', 'end_at', 'words',
  ],
  designation: ['statement_id', 'entity', 'label', 'marks', 'spans'],
} as const; // prettier-ignore

type Row = Readonly<Record<string, unknown>>;
type Table = keyof typeof columns;

/** Recomputes one run: its hash, the offsets in its record, and each row that was made of it. */
export async function* checkRuns(
  db: Database,
  { article_id: articleId, version_id, run_id, engine, record: stored }: StoredRun,
  checked: Checked,
): AsyncGenerator<Finding> {
  const at = { table: 'run', articleId, id: run_id } as const;
  const parsed = recordSchema.safeParse(stored);
  if (!parsed.success) {
    yield { ...at, problem: `its record does not fit the schema (${parsed.error.issues[0]?.path.join('.') ?? ''})` }; // prettier-ignore
    return;
  }
  const record = parsed.data;
  const hash = runId(version_id, engine, stored as LedgerRecord);
  if (hash !== run_id) yield { ...at, problem: `its record has the hash ${hash}` };
  if (versionId(record.article) !== version_id)
    yield { ...at, problem: `its record is of version ${versionId(record.article)}, not ${version_id}` };
  const misplaced = spanProblem(record);
  if (misplaced !== null) {
    yield { ...at, problem: misplaced };
    return;
  }
  const ids = statementIds(version_id, record.statements);
  const expected = {
    statement: record.statements.map((s, i) => statementRow(record.article.text, s, ids[i]!, i)),
    ...claimRows(record, ids),
  };
  for (const table of Object.keys(columns) as Table[])
    yield* compare(await rowsOf(db, table, articleId, run_id), expected[table], table, articleId, checked);
}

function spanProblem(record: LedgerRecord): string | null {
  try {
    checkSpans(record);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function rowsOf(db: Database, table: Table, article: string, run: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ordinal, ${sql.join(columns[table].map((column) => sql.ref(column)))}
    from ${sql.table(table)} where article_id = ${article} and run_id = ${run} order by ordinal`.execute(db);
  return rows;
}

function* compare(
  rows: readonly Row[],
  expected: readonly Row[],
  table: Table,
  articleId: string,
  checked: Checked,
): Generator<Finding> {
  const byOrdinal = new Map(rows.map((row) => [Number(row['ordinal']), row]));
  for (const [ordinal, wanted] of expected.entries()) {
    const row = byOrdinal.get(ordinal);
    const at = { table, articleId, id: (row?.['statement_id'] ?? String(ordinal)) as string };
    checked[table]++;
    if (row === undefined) yield { ...at, problem: 'the run has it, the table has not' };
    else {
      const wrong = columns[table].filter((column) => plain(row[column]) !== plain(wanted[column]));
      if (wrong.length > 0) yield { ...at, problem: `not what its run says: ${wrong.join(', ')}` };
    }
    byOrdinal.delete(ordinal);
  }
  for (const [ordinal, row] of byOrdinal) {
    checked[table]++;
    yield { table, articleId, id: (row['statement_id'] ?? String(ordinal)) as string, problem: 'the table has it, its run has not' }; // prettier-ignore
  }
}

/** Confidences are kept in four bytes; what is absent is null in the table. */
function plain(value: unknown): string {
  return canonicalJson(
    typeof value === 'number' && !Number.isInteger(value) ? Math.fround(value) : (value ?? null),
  );
}
