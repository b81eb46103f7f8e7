/** The shapes of what the API gives: rows of the ledger's queries, in the ledger's own words. */
import { z } from '@hono/zod-openapi';
import { articleSchema, recordSchema, spanSchema, statementSchema } from '../terms/record.js';

const text = z.string();
const orNull = z.string().nullable();
const count = z.int().nonnegative();

/** 16 hexadecimal digits, the same on every machine. */
const id = z.string().regex(/^[0-9a-f]{16}$/);

export const statementRowSchema = statementSchema
  .omit({ confidence: true })
  .extend({
    id,
    versionId: id,
    recordedAt: z.iso.datetime(),
    confidence: z.number().min(0).max(1).nullable(),
    cueText: text.openapi({ description: 'The words under the cue.' }),
    contentTexts: z.array(text).openapi({ description: 'The words under each content span.' }),
    article: z.object({ id, url: orNull, outlet: orNull, title: orNull, published: orNull }),
  })
  .openapi('StatementRow');

export const searchHitSchema = z
  .object({
    statement: statementRowSchema,
    highlights: z
      .array(spanSchema)
      .readonly()
      .openapi({ description: "Where the words asked for stand, in the article's text." }),
  })
  .openapi('SearchHit');

const counts = z.array(z.object({ value: text, statements: count })).readonly();

export const facetsSchema = z
  .object({
    statements: count.openapi({ description: 'All that fit, or where `more` is true the newest 10,000.' }),
    more: z.boolean(),
    speaker: counts,
    outlet: counts,
    kind: counts,
    act: counts,
    stance: counts,
    relation: counts,
    month: counts,
  })
  .openapi('Facets');

export const statementViewSchema = z
  .object({
    statement: statementRowSchema,
    text: text.openapi({ description: 'Clean text of the article version, which all spans refer to.' }),
  })
  .openapi('StatementView');

const goneSince = z.iso.datetime().nullable().openapi({ description: 'Since when its server says that it is no longer there; null where it is there.' }); // prettier-ignore

export const articleRowSchema = z
  .object({ id, outlet: orNull, title: orNull, published: orNull, statements: count, goneSince })
  .openapi('ArticleRow');

export const articleViewSchema = z
  .object({
    id,
    versionId: id,
    article: articleSchema,
    statements: z.array(statementRowSchema).readonly().openapi({ description: 'In text order.' }),
    versions: z
      .array(z.object({ versionId: id, recordedAt: z.iso.datetime() }))
      .readonly()
      .openapi({ description: 'Oldest first.' }),
    goneSince,
  })
  .openapi('ArticleView');

export const nameCountSchema = z.object({ name: text, statements: count }).openapi('NameCount');

export const summarySchema = z
  .object({ articles: count, versions: count, statements: count, speakers: count, outlets: count })
  .openapi('Summary');

const claimSourceSchema = z.object({
  articleId: id,
  title: orNull,
  outlet: orNull,
  day: z.iso.date().openapi({ description: 'Day of publication, or of recording where none is told.' }),
  statementId: id.nullable().openapi({ description: 'Null where the outlet itself says so.' }),
  speaker: orNull,
  words: orNull.openapi({ description: "The article's own words." }),
});

export const positionRowSchema = claimSourceSchema
  .extend({ holder: text, stance: text, relation: text, subject: orNull, object: orNull })
  .openapi('PositionRow');

export const recognitionRowSchema = claimSourceSchema
  .extend({ subject: text, object: text, over: orNull, polarity: text })
  .openapi('RecognitionRow');

export const namingRowSchema = z
  .object({
    outlet: orNull,
    speaker: orNull.openapi({ description: 'Null where the outlet itself names it so.' }),
    label: text,
    marks: z.array(text).readonly(),
    times: count,
    first: z.iso.date(),
    last: z.iso.date(),
    articleId: id.openapi({ description: 'An article to look it up in.' }),
  })
  .openapi('NamingRow');

export const storedRecordSchema = z
  .object({
    articleId: id,
    versionId: id,
    engine: text.openapi({ description: 'Name and version of what found the statements.' }),
    recordedAt: z.iso.datetime(),
    record: recordSchema,
  })
  .openapi('StoredRecord');

// Only schemas made after the OpenAPI extension was loaded carry it: hence the copy.
export const ledgerRecordSchema = recordSchema.extend({}).openapi('LedgerRecord');

/** All rows of a list that has no parts. */
export function listOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row).readonly() });
}

/** Part of a long list. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return listOf(row).extend({
    next: orNull.openapi({ description: 'Cursor of the next part; null at the end.' }),
  });
}
