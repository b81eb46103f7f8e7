/** Corrections by people: events beside what the engine read, applied where statements are shown. */
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { kinds, speakerTypes, stances } from '../terms/vocabulary.js';
import type { Database } from './database.js';
import { CorrectionRefusedError } from './error.js';
import { linkNames } from './entities/link-record.js';
import { sha256 } from './ids.js';
import { showNewest } from './search/shown.js';

const line = z.string().trim().min(1).max(500);

/** What a correction says; `target` names the position whose stance it is: relation, subject, object. */
const changeSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('speaker'), value: z.object({ entity: line.nullable(), type: z.enum(speakerTypes) }) }),
  z.object({ field: z.literal('kind'), value: z.enum(kinds) }),
  z.object({
    field: z.literal('stance'),
    target: z.tuple([z.string(), z.string().nullable(), z.string().nullable()]),
    /** Null: the statement takes no such position. */
    value: z.enum(stances).nullable(),
  }),
]); // prettier-ignore
export type Change = z.infer<typeof changeSchema>;
type Speaker = Extract<Change, { field: 'speaker' }>['value'];

const byWhomSchema = z.object({ author: line, reason: line });
/** Who corrects, and why; one line each, at most 500 characters. */
export type ByWhom = z.infer<typeof byWhomSchema>;

/** A correction on record. */
export interface Correction {
  readonly id: string;
  readonly articleId: string;
  readonly statementId: string;
  readonly field: 'speaker' | 'kind' | 'stance' | 'undo';
  readonly target: string;
  readonly value: unknown;
  /** The correction that this one takes back; null for any other. */
  readonly undoes: string | null;
  readonly undone: boolean;
  readonly author: string;
  readonly reason: string;
  readonly recordedAt: string;
}

/**
 * Corrects a statement of the newest reading or of an older one.
 * @throws {CorrectionRefusedError} where there is no such statement or position, or a value or reason does not fit.
 */
export async function correct(db: Database, statementId: string, given: Change, by: ByWhom, now: Date): Promise<string> {
  const change = parse(changeSchema, given);
  const { author, reason } = parse(byWhomSchema, by);
  return db.transaction().execute(async (tx) => {
    const articleId = await articleOf(tx, statementId);
    const target = change.field === 'stance' ? await targetOf(tx, statementId, change.target) : '';
    const value = JSON.stringify(change.value);
    const id = sha256(JSON.stringify([statementId, change.field, target, value, author, reason, now])).slice(0, 16);
    await sql`insert into correction (correction_id, article_id, statement_id, field, target, value, author, reason, recorded_at)
      values (${id}, ${articleId}, ${statementId}, ${change.field}, ${target}, ${value}::jsonb, ${author}, ${reason}, ${now})
      on conflict do nothing`.execute(tx);
    if (change.field === 'speaker') await linkSpeaker(tx, articleId, change.value, now);
    await showNewest(tx, articleId);
    return id;
  });
} // prettier-ignore

/** A name that only a correction tells stands for somebody too. */
async function linkSpeaker(tx: Transaction<unknown>, article: string, { entity, type }: Speaker, now: Date): Promise<void> {
  if (entity === null || type === 'unnamed') return;
  const { rows } = await sql<{ run_id: string; day: string | null }>`
    select r.run_id, v.published_day::text as day from newest_reading r
    join article_version v on v.article_id = r.article_id and v.version_id = r.version_id
    where r.article_id = ${article}`.execute(tx);
  const [newest] = rows;
  if (newest === undefined) return;
  await linkNames(tx, [{ name: entity, type, roles: [] }], { article, run: newest.run_id, day: newest.day }, now);
} // prettier-ignore

/**
 * Takes a correction back; what stood before it holds again.
 * @throws {CorrectionRefusedError} where there is no such correction, or it was undone before.
 */
export async function undoCorrection(db: Database, correctionId: string, by: ByWhom, now: Date): Promise<string> {
  const { author, reason } = parse(byWhomSchema, by);
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ article_id: string; statement_id: string }>`
      select article_id, statement_id from correction c where correction_id = ${correctionId} and field <> 'undo'
        and not exists (select 1 from correction u where u.undoes = c.correction_id)`.execute(tx);
    const found = rows[0];
    if (found === undefined) throw new CorrectionRefusedError('there is no such correction, or it was undone before');
    const id = sha256(JSON.stringify(['undo', correctionId])).slice(0, 16);
    await sql`insert into correction (correction_id, article_id, statement_id, field, target, value, undoes, author, reason, recorded_at)
      values (${id}, ${found.article_id}, ${found.statement_id}, 'undo', '', 'null'::jsonb, ${correctionId}, ${author}, ${reason}, ${now})`.execute(tx);
    await showNewest(tx, found.article_id);
    return id;
  });
} // prettier-ignore

/** Corrections and undoings, newest first, of one statement or of all; at most 500. */
export async function corrections(db: Database, statementId?: string): Promise<Correction[]> {
  const { rows } = await sql<Omit<Correction, 'recordedAt'> & { recordedAt: Date }>`
    select correction_id as id, article_id as "articleId", statement_id as "statementId", field, target, value, undoes,
      exists (select 1 from correction u where u.undoes = c.correction_id) as undone, author, reason,
      recorded_at as "recordedAt"
    from correction c
    where ${statementId === undefined ? sql`true` : sql`statement_id = ${statementId}`}
    order by seq desc limit 500`.execute(db);
  return rows.map((row) => ({ ...row, recordedAt: new Date(row.recordedAt).toISOString() }));
}

function parse<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw new CorrectionRefusedError(`its ${path.join('.') || 'value'} does not fit (${message})`);
}

async function articleOf(tx: Transaction<unknown>, statementId: string): Promise<string> {
  const { rows } = await sql<{ article_id: string }>`
    select article_id from statement where statement_id = ${statementId} limit 1`.execute(tx);
  if (rows[0] === undefined) throw new CorrectionRefusedError('there is no such statement');
  // Two writers of one article take turns, as they do when it is stored.
  await sql`select pg_advisory_xact_lock(hashtextextended(${rows[0].article_id}, 0))`.execute(tx);
  return rows[0].article_id;
}

async function targetOf(tx: Transaction<unknown>, statementId: string, [relation, subject, object]: readonly (string | null)[]): Promise<string> {
  const { rows } = await sql<{ key: string }>`
    select proposition_key(relation, predicate, subject, object) as key from position
    where statement_id = ${statementId} and coalesce(predicate, relation) = ${relation}
      and subject is not distinct from ${subject}::text and object is not distinct from ${object}::text limit 1`.execute(tx);
  if (rows[0] === undefined) throw new CorrectionRefusedError('the statement takes no such position');
  return rows[0].key;
} // prettier-ignore
