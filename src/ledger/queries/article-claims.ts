import { sql } from 'kysely';
import type { Span } from '../../terms/span.js';
import type { Database } from '../database.js';
import { newestReading } from './newest.js';

/** What the newest reading of an article commits speakers to, says holds, and calls things; each list in text order. */
export interface ArticleClaims {
  readonly positions: readonly ArticlePosition[];
  readonly relations: readonly ArticleRelation[];
  readonly designations: readonly ArticleDesignation[];
}

export interface ArticlePosition {
  readonly statementId: string;
  readonly holder: string;
  readonly stance: string;
  /** The predicate where the relation is `other`. */
  readonly relation: string;
  readonly subject: string | null;
  readonly object: string | null;
  /** The words that carry the stance. */
  readonly words: string | null;
}

export interface ArticleRelation {
  /** Null where the outlet itself says so. */
  readonly statementId: string | null;
  readonly relation: string;
  readonly subject: string | null;
  readonly object: string | null;
  readonly over: string | null;
  readonly polarity: string;
  readonly words: string;
}

export interface ArticleDesignation {
  readonly statementId: string | null;
  readonly entity: string;
  readonly label: string;
  readonly marks: readonly string[];
  readonly spans: readonly Span[];
}

/** The claims of an article's newest reading, or the newest that was on record at a time; empty lists where there are none, or no such article. */
export async function articleClaims(db: Database, id: string, asKnown?: Date): Promise<ArticleClaims> {
  if (!/^[0-9a-f]{16}$/u.test(id)) return { positions: [], relations: [], designations: [] };
  const [positions, relations, designations] = await Promise.all([
    sql<ArticlePosition>`
      select p.statement_id as "statementId", p.holder, p.stance, coalesce(p.predicate, p.relation) as relation, p.subject,
        p.object, p.words
      from ${newestReading(asKnown)} n join told_position p using (article_id, run_id) where n.article_id = ${id} order by p.ordinal`.execute(
      db,
    ),
    sql<ArticleRelation>`
      select r.statement_id as "statementId", coalesce(r.predicate, r.relation) as relation, r.subject, r.object, r."over",
        r.polarity, r.words
      from ${newestReading(asKnown)} n join relation r using (article_id, run_id) where n.article_id = ${id} order by r.ordinal`.execute(
      db,
    ),
    sql<ArticleDesignation>`
      select d.statement_id as "statementId", d.entity, d.label, d.marks, d.spans
      from ${newestReading(asKnown)} n join designation d using (article_id, run_id) where n.article_id = ${id} order by d.ordinal`.execute(
      db,
    ),
  ]);
  return { positions: positions.rows, relations: relations.rows, designations: designations.rows };
}
