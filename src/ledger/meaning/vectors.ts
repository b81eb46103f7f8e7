import { sql, type RawBuilder } from 'kysely';
import type { SentenceEncoder } from '../../sentences/encoder.js';
import type { Database } from '../database.js';

/** Statements that are encoded before their vectors are stored. */
const batch = 64;

/** True where the ledger's database keeps vectors: where pgvector 0.8 or later is. */
export async function keepsVectors(db: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('statement_vector') is not null as there`.execute(db);
  return rows[0]!.there;
}

/** Statements shown now whose words this encoder has not encoded; null where the database keeps no vectors. */
export async function withoutVector(db: Database, { version }: SentenceEncoder): Promise<number | null> {
  if (!(await keepsVectors(db))) return null;
  const { rows } = await sql<{ n: string }>`select count(*) as n from shown_statement h
    where not exists (select from statement_vector v where v.article_id = h.article_id
      and v.statement_id = h.statement_id and v.encoder = ${version})`.execute(db);
  return Number(rows[0]!.n);
}

interface Row {
  readonly article_id: string;
  readonly statement_id: string;
  readonly content_texts: readonly string[];
}

/**
 * Encodes the statements shown now that have no vector of this encoder. Each batch is stored when it is made, so that what
 * is broken off goes on where it stopped.
 * @param article only those of this article.
 * @returns how many were encoded, batch by batch; nothing where the database keeps no vectors.
 */
export async function* encodeStatements(
  db: Database,
  encoder: SentenceEncoder,
  article?: string,
): AsyncGenerator<number> {
  if (!(await keepsVectors(db))) return;
  let after: readonly [string, string] = ['', ''];
  for (;;) {
    const { rows } = await sql<Row>`select h.article_id, h.statement_id, s.content_texts
      from shown_statement h join statement s using (article_id, run_id, statement_id)
      where (h.article_id, h.statement_id) > (${after[0]}, ${after[1]})
        and ${article === undefined ? sql`true` : sql`h.article_id = ${article}`}
        and not exists (select from statement_vector v where v.article_id = h.article_id
          and v.statement_id = h.statement_id and v.encoder = ${encoder.version})
      order by h.article_id, h.statement_id limit ${batch}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    const vectors = await encoder.encode(rows.map(({ content_texts }) => content_texts.join(' ')));
    await keepVectors(db, encoder.version, rows.map((row, i) => ({ ...row, vector: vectors[i]! }))); // prettier-ignore
    yield rows.length;
    after = [last.article_id, last.statement_id];
  }
}

interface Vector {
  readonly article_id: string;
  readonly statement_id: string;
  /** Of length 1. */
  readonly vector: Float32Array;
}

/** Stores vectors, in place of those of another encoder. */
export async function keepVectors(db: Database, encoder: string, given: readonly Vector[]): Promise<void> {
  const rows = given.map(({ article_id, statement_id, vector }) => ({ article_id, statement_id, vector: textOf(vector) })); // prettier-ignore
  await sql`insert into statement_vector (article_id, statement_id, encoder, vector)
    select article_id, statement_id, ${encoder}, vector::halfvec
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(article_id text, statement_id text, vector text)
    on conflict (article_id, statement_id) do update set encoder = excluded.encoder, vector = excluded.vector`.execute(
    db,
  );
}

/** As pgvector reads it. Half precision keeps three to four digits. */
function textOf(vector: Float32Array): string {
  return `[${Array.from(vector, (n) => n.toFixed(5)).join(',')}]`;
}

/** A bound vector. */
export function vectorValue(vector: Float32Array): RawBuilder<unknown> {
  return sql`${textOf(vector)}::halfvec`;
}
