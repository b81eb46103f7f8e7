import { sql } from 'kysely';
import type { Article, LedgerRecord } from '../../terms/record.js';
import type { Database } from '../database.js';
import { newestReading } from './newest.js';
import type { StatementFilter } from '../search/query.js';
import { statements } from '../search/search.js';
import type { StatementRow } from './statements.js';

/** What a statement commits its speaker to. */
export interface ExportedPosition {
  readonly holder: string;
  readonly stance: string;
  readonly relation: string;
  readonly subject: string | null;
  readonly object: string | null;
  /** The article's words that carry it. */
  readonly words: string | null;
}

/** A relation in the voice of a statement. */
export interface ExportedRelation extends Pick<LedgerRecord['relations'][number], 'relation' | 'polarity'> {
  readonly subject: string;
  readonly object: string;
}

/** A statement with all that a file for other programs tells of it. */
export interface ExportedStatement {
  readonly statement: StatementRow;
  /** The article version that the statement's spans refer to. */
  readonly article: Article;
  readonly positions: readonly ExportedPosition[];
  /** What the statement says holds, in the order of the text; not what its outlet says. */
  readonly relations: readonly ExportedRelation[];
  /** SHA-256 of the bytes that the article was read from; null where they were not kept. */
  readonly pageHash: string | null;
  /** Name and version of what found the statement. */
  readonly engine: string;
}

interface Source extends Article {
  readonly article_id: string;
  readonly page_id: string | null;
  readonly engine: string;
}

const batch = 200;

/** Every statement that fits, in the order of the list; holds one batch in memory at a time. */
export async function* exported(db: Database, filter: StatementFilter): AsyncGenerator<ExportedStatement> {
  let cursor: string | undefined;
  do {
    const page = await statements(db, null, { ...filter, cursor, limit: batch });
    if (page.rows.length > 0) yield* await complete(db, page.rows, filter.asKnown);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

async function complete(
  db: Database,
  rows: readonly StatementRow[],
  asKnown: Date | undefined,
): Promise<ExportedStatement[]> {
  const articles = sql.join([...new Set(rows.map(({ article }) => article.id))]);
  const sources = await sql<Source>`
    select r.article_id, r.page_id, n.engine, v.url, v.outlet, v.title, v.authors, v.published, v.language, v.text
    from ${newestReading(asKnown)} r
      join run n on n.article_id = r.article_id and n.run_id = r.run_id
      join article_version v on v.article_id = r.article_id and v.version_id = r.version_id
    where r.article_id in (${articles})`.execute(db);
  const found = await sql<ExportedPosition & { statement_id: string }>`
    select p.statement_id, p.holder, p.stance, coalesce(p.predicate, p.relation) as relation, p.subject, p.object, p.words
    from ${newestReading(asKnown)} r join told_position p on p.article_id = r.article_id and p.run_id = r.run_id
    where r.article_id in (${articles}) order by p.article_id, p.ordinal`.execute(db);
  const byArticle = new Map(sources.rows.map((source) => [source.article_id, source]));
  const byStatement = new Map<string, ExportedPosition[]>();
  for (const { statement_id: id, ...position } of found.rows)
    byStatement.set(id, [...(byStatement.get(id) ?? []), position]);
  const told = await sql<ExportedRelation & { statement_id: string }>`
    select l.statement_id, l.relation, l.subject, l.object, l.polarity
    from ${newestReading(asKnown)} r join relation l on l.article_id = r.article_id and l.run_id = r.run_id
    where r.article_id in (${articles}) and l.statement_id is not null and l.subject is not null and l.object is not null
    order by l.article_id, l.ordinal`.execute(db);
  const relationsOf = new Map<string, ExportedRelation[]>();
  for (const { statement_id: id, ...relation } of told.rows)
    relationsOf.set(id, [...(relationsOf.get(id) ?? []), relation]);
  return rows.flatMap((statement) => {
    const source = byArticle.get(statement.article.id);
    if (source === undefined) return [];
    const { page_id: pageHash, engine, url, outlet, title, authors, published, language, text } = source;
    const article = { url, outlet, title, authors, published, language, text };
    return [
      {
        statement,
        article,
        positions: byStatement.get(statement.id) ?? [],
        relations: relationsOf.get(statement.id) ?? [],
        pageHash,
        engine,
      },
    ];
  });
}
