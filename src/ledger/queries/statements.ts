import { sql, type RawBuilder } from 'kysely';
import type { Statement } from '../../terms/record.js';
import { newestReading } from './newest.js';

/** A statement on record, with the article it was read from. */
export interface StatementRow extends Omit<Statement, 'confidence'> {
  readonly id: string;
  readonly versionId: string;
  readonly recordedAt: string;
  readonly confidence: number | null;
  /** The words under the cue. */
  readonly cueText: string;
  /** The words under each content span. */
  readonly contentTexts: string[];
  readonly article: {
    readonly id: string;
    readonly url: string | null;
    readonly outlet: string | null;
    readonly title: string | null;
    /** How its text begins, where it has no title. */
    readonly opening: string | null;
    readonly published: string | null;
  };
}

/** A row as the database gives it. */
export interface RawStatement {
  readonly statement_id: string;
  readonly article_id: string;
  readonly version_id: string;
  readonly ordinal: number;
  readonly kind: Statement['kind'];
  readonly source: Statement['source'];
  readonly cue: Statement['cue'];
  readonly content: Statement['content'];
  readonly cue_text: string;
  readonly content_texts: string[];
  readonly cue_lemma: string | null;
  readonly mention: string | null;
  readonly entity: string | null;
  readonly speaker_type: Statement['speaker']['type'];
  readonly role: string | null;
  readonly speaker_confidence: number | null;
  readonly medium: string | null;
  readonly relay: string | null;
  readonly act: Statement['act'];
  readonly edits: Statement['edits'];
  readonly about: string[];
  readonly confidence: number | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly opening: string | null;
  readonly published: string | null;
  readonly recorded_at: Date;
  /** Sort key: published, else recorded. */
  readonly day: string;
  readonly seq: string;
}

/** What an article without a title is known by in lists. */
export const opening = sql`case when v.title is null then left(v.text, 90) end as opening`;

/** Columns and tables of a `RawStatement`, in the newest reading of each article, or the newest at a time. */
export const fromNewest = (asKnown?: Date): RawBuilder<unknown> => sql`
  select s.*, v.version_id, v.url, v.outlet, v.title, ${opening}, v.published, r.recorded_at, r.seq::text as seq,
    to_char(coalesce(v.published_day, (r.recorded_at at time zone 'UTC')::date), 'YYYY-MM-DD') as day
  from ${newestReading(asKnown)} r
  join article_version v on v.article_id = r.article_id and v.version_id = r.version_id
  join told_statement s on s.article_id = r.article_id and s.run_id = r.run_id`;

/** Who speaks in the newest readings, a row a statement, to stand after `from`: (article_id, speaker). */
export const spoken = (asKnown?: Date): RawBuilder<unknown> =>
  asKnown === undefined
    ? sql`shown_statement`
    : sql`(select article_id, s.entity as speaker
        from ${newestReading(asKnown)} r join told_statement s using (article_id, run_id))`;

/** A database row in the words of the record. */
export function show(row: RawStatement): StatementRow {
  return {
    id: row.statement_id,
    versionId: row.version_id,
    recordedAt: new Date(row.recorded_at).toISOString(),
    kind: row.kind,
    source: row.source,
    cue: row.cue,
    content: row.content,
    cueText: row.cue_text,
    contentTexts: row.content_texts,
    cueLemma: row.cue_lemma,
    speaker: {
      mention: row.mention,
      entity: row.entity,
      type: row.speaker_type,
      role: row.role,
      ...(row.speaker_confidence === null ? {} : { confidence: row.speaker_confidence }),
    },
    medium: row.medium,
    relay: row.relay,
    act: row.act,
    edits: row.edits,
    about: row.about,
    confidence: row.confidence,
    article: {
      id: row.article_id,
      url: row.url,
      outlet: row.outlet,
      title: row.title,
      opening: row.opening,
      published: row.published,
    },
  };
}
