import { join } from 'node:path';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { statementRecordIds, type StoredRecord } from '../ledger/ledger.js';
import { codesOf } from '../terms/codes.js';
import { slice, sliceAll } from '../terms/span.js';

type Value = string | number | boolean | null;
type Row = Readonly<Record<string, Value>>;
type Column = readonly [name: string, type: 'STRING' | 'INT32' | 'DOUBLE'];

const place: readonly Column[] = [
  ['article_id', 'STRING'], ['version_id', 'STRING'], ['url', 'STRING'], ['outlet', 'STRING'], ['title', 'STRING'],
  ['published', 'STRING'], ['recorded_at', 'STRING'], ['engine', 'STRING'], ['statement_id', 'STRING'],
]; // prettier-ignore

const statementColumns: readonly Column[] = [
  ...place,
  ['ordinal', 'INT32'], ['kind', 'STRING'], ['act', 'STRING'], ['speaker', 'STRING'], ['speaker_type', 'STRING'],
  ['role', 'STRING'], ['mention', 'STRING'], ['cue', 'STRING'], ['cue_lemma', 'STRING'], ['content', 'STRING'],
  ['content_spans', 'STRING'], ['source_spans', 'STRING'], ['cue_spans', 'STRING'], ['medium', 'STRING'],
  ['relay', 'STRING'], ['about', 'STRING'], ['confidence', 'DOUBLE'],
]; // prettier-ignore

const positionColumns: readonly Column[] = [
  ...place,
  ['holder', 'STRING'], ['stance', 'STRING'], ['relation', 'STRING'], ['predicate', 'STRING'], ['subject', 'STRING'],
  ['object', 'STRING'], ['words', 'STRING'],
]; // prettier-ignore

/** `statement_id` is null where the outlet says so itself; codes are null where the other vocabulary has no word. */
const relationColumns: readonly Column[] = [
  ...place,
  ['relation', 'STRING'], ['predicate', 'STRING'], ['subject', 'STRING'], ['object', 'STRING'], ['over', 'STRING'],
  ['polarity', 'STRING'], ['words', 'STRING'], ['plover', 'STRING'], ['ftm_schema', 'STRING'],
]; // prettier-ignore

/** Rows that are in memory at once, and of one group in the file. */
const groupSize = 10_000;

/**
 * Writes `statements.parquet`, `positions.parquet` and `relations.parquet`: one row a statement, position or relation of
 * each article's newest reading; relations with their PLOVER event type and FollowTheMoney schema.
 * Spans and `about` are JSON in a column; offsets are UTF-16, as in the record.
 * @param records makes the stream anew; each file reads it once.
 */
export async function writeParquet(
  folder: string,
  records: () => AsyncIterable<StoredRecord>,
): Promise<void> {
  await write(join(folder, 'statements.parquet'), statementColumns, rowsOf(records(), statementRows));
  await write(join(folder, 'positions.parquet'), positionColumns, rowsOf(records(), positionRows));
  await write(join(folder, 'relations.parquet'), relationColumns, rowsOf(records(), relationRows));
}

async function write(file: string, columns: readonly Column[], rows: AsyncIterable<Row>): Promise<void> {
  const writer = fileWriter(file);
  await parquetWriteRows({
    writer,
    rows,
    columns: columns.map(([name, type]) => ({ name, type })),
    rowGroupSize: groupSize,
    createdBy: 'onrecord',
  });
}

async function* rowsOf(records: AsyncIterable<StoredRecord>, make: (stored: StoredRecord) => Row[]) {
  for await (const stored of records) yield* make(stored);
}

function placeOf({ articleId, versionId, engine, recordedAt, record: { article } }: StoredRecord) {
  const { url, outlet, title, published } = article;
  return { article_id: articleId, version_id: versionId, url, outlet, title, published, recorded_at: recordedAt, engine }; // prettier-ignore
}

function statementRows(stored: StoredRecord): Row[] {
  const { text } = stored.record.article;
  const ids = statementRecordIds(stored);
  return stored.record.statements.map((s, ordinal) => ({
    ...placeOf(stored), statement_id: ids[ordinal]!, ordinal, kind: s.kind, act: s.act,
    speaker: s.speaker.entity, speaker_type: s.speaker.type, role: s.speaker.role, mention: s.speaker.mention,
    cue: sliceAll(text, s.cue), cue_lemma: s.cueLemma, content: sliceAll(text, s.content),
    content_spans: JSON.stringify(s.content), source_spans: JSON.stringify(s.source), cue_spans: JSON.stringify(s.cue),
    medium: s.medium, relay: s.relay, about: JSON.stringify(s.about), confidence: s.confidence ?? null,
  })); // prettier-ignore
}

function positionRows(stored: StoredRecord): Row[] {
  const { text } = stored.record.article;
  const ids = statementRecordIds(stored);
  return stored.record.positions.map(({ holder, stance, proposition: p, statement, evidence }) => ({
    ...placeOf(stored), statement_id: ids[statement]!, holder, stance, relation: p.relation,
    predicate: p.predicate ?? null, subject: p.subject, object: p.object,
    words: evidence === undefined ? null : slice(text, evidence),
  })); // prettier-ignore
}

function relationRows(stored: StoredRecord): Row[] {
  const { text } = stored.record.article;
  const ids = statementRecordIds(stored);
  return stored.record.relations.map((told) => {
    const { relation, predicate, subject, object, over, polarity, voice, span } = told;
    const { plover, followTheMoney } = codesOf(told);
    return {
      ...placeOf(stored), statement_id: voice === 'outlet' ? null : ids[voice]!, relation, predicate: predicate ?? null,
      subject, object, over, polarity, words: slice(text, span), plover, ftm_schema: followTheMoney?.schema ?? null,
    };
  }); // prettier-ignore
}
