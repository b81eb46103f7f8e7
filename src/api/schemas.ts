/** The shapes of what the API gives: rows of the ledger's queries, in the ledger's own words. */
import { z } from '@hono/zod-openapi';
import { articleSchema, recordSchema, spanSchema, statementSchema } from '../terms/record.js';
import { speakerTypes } from '../terms/vocabulary.js';

const text = z.string();
const orNull = z.string().nullable();
const opening = orNull.openapi({ description: 'How the text begins, where the article has no title.' });
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
    article: z.object({ id, url: orNull, outlet: orNull, title: orNull, opening, published: orNull }),
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
  .object({ id, outlet: orNull, title: orNull, opening, published: orNull, statements: count, goneSince })
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
  .object({
    articles: count,
    versions: count,
    statements: count,
    speakers: count,
    outlets: count,
    newest: z.iso.date().nullable(),
  })
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

const stanceTakenSchema = z.object({
  stance: text,
  day: z.iso.date(),
  articleId: id,
  outlet: orNull,
  statementId: id.nullable(),
  words: orNull,
});

export const changeRowSchema = z
  .object({
    holder: text,
    relation: text,
    subject: orNull,
    object: orNull,
    before: stanceTakenSchema,
    after: stanceTakenSchema,
  })
  .openapi('ChangeRow');

export const entityRowSchema = z
  .object({
    id,
    name: text.openapi({ description: 'The fullest name told, or the one that a person gave it.' }),
    type: z.enum(speakerTypes).nullable(),
    statements: count,
    articles: count,
    told: z.array(text).readonly().openapi({ description: 'Every name it was told by, commonest first.' }),
  })
  .openapi('EntityRow');

const toldAsSchema = z.object({
  words: text,
  outlet: orNull,
  articles: count,
  first: z.iso.date(),
  last: z.iso.date(),
  articleId: id,
});

export const entityViewSchema = z
  .object({
    id,
    name: text,
    type: z.enum(speakerTypes).nullable(),
    names: z.array(toldAsSchema).readonly(),
    roles: z.array(toldAsSchema).readonly(),
    identifiers: z.array(z.object({ scheme: text, value: text })).readonly(),
    mentions: z
      .array(
        z.object({
          articleId: id,
          name: text,
          title: orNull,
          outlet: orNull,
          day: z.iso.date(),
          statements: count,
          score: z.number(),
          reasons: z.array(z.object({ kind: text, weight: z.number(), what: text })).readonly(),
        }),
      )
      .readonly()
      .openapi({
        description: 'Newest first, each with why the name was taken for this entity; at most 1,000.',
      }),
    companions: z.array(z.object({ id, name: text, articles: count })).readonly(),
    events: z
      .array(
        z.object({
          id,
          kind: z.enum(['merge', 'split', 'rename', 'undo']),
          entityId: id.nullable(),
          intoId: id.nullable(),
          name: orNull,
          undoes: id.nullable(),
          author: text,
          reason: orNull,
          recordedAt: z.iso.datetime(),
          stands: z.boolean().openapi({ description: 'False where an undo took it back.' }),
        }),
      )
      .readonly()
      .openapi({ description: 'What people decided about it, oldest first.' }),
  })
  .openapi('EntityView');

export const utteranceViewSchema = z
  .object({
    id: text,
    reports: z
      .array(
        z.object({
          statement: statementRowSchema,
          day: z.iso.date(),
          copyOf: id.nullable().openapi({ description: 'The article that this one is a copy of.' }),
          chain: z.array(text).readonly(),
          differences: z
            .array(z.object({ words: text, in: z.enum(['both', 'first', 'other']) }))
            .readonly()
            .nullable()
            .openapi({ description: 'Against the earliest report; null for that one.' }),
          changes: z.array(z.object({ what: text, words: text })).readonly(),
        }),
      )
      .readonly()
      .openapi({ description: 'Earliest first.' }),
    independent: count.openapi({ description: 'Articles that report it; copies of one text count once.' }),
    outlets: z.array(text).readonly(),
  })
  .openapi('UtteranceView');

export const utteranceRowSchema = z
  .object({ id: text, statement: statementRowSchema, independent: count, outlets: count })
  .openapi('UtteranceRow');

export const correctionSchema = z
  .object({
    id,
    articleId: id,
    statementId: id,
    field: z.enum(['speaker', 'kind', 'stance', 'undo']),
    target: text,
    value: z.unknown(),
    undoes: id.nullable(),
    undone: z.boolean(),
    author: text,
    reason: text,
    recordedAt: z.iso.datetime(),
  })
  .openapi('Correction');

const versionStatementSchema = z.object({
  index: count.openapi({ description: 'Place among the statements of that version.' }),
  words: text,
  cue: text,
  speaker: orNull,
});

export const differencesSchema = z.object({
  text: z.enum(['same', 'noise', 'material']),
  fields: z.array(z.object({ field: z.enum(['title', 'outlet', 'authors']), before: orNull, after: orNull })).readonly(),
  paragraphs: z.array(z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), words: text })).readonly()).readonly(),
  statements: z
    .array(
      z.object({
        kind: z.enum(['added', 'removed', 'changed']),
        what: z.array(z.enum(['wording', 'speaker', 'cue'])).readonly().optional(),
        before: versionStatementSchema.optional(),
        after: versionStatementSchema.optional(),
      }),
    )
    .readonly(),
  labels: z.array(z.object({ entity: text, voice: orNull, before: orNull, after: orNull })).readonly(),
}); // prettier-ignore

export const historySchema = z
  .object({
    id,
    goneSince,
    versions: z
      .array(
        z.object({
          versionId: id,
          recordedAt: z.iso.datetime(),
          fetchedAt: z.iso.datetime().nullable(),
          pageId: orNull.openapi({ description: "SHA-256 of the page's bytes." }),
          byteLength: count.nullable(),
          location: orNull.openapi({ description: 'Address or file that they came from.' }),
          headers: z.record(text, text).openapi({ description: 'What the server sent with them.' }),
          modified: orNull.openapi({ description: 'What the page tells of its last change.' }),
          engine: text,
          statements: count,
        }),
      )
      .readonly()
      .openapi({ description: 'Oldest first, at most 100.' }),
    changes: z
      .array(z.object({ from: id, to: id, sameEngine: z.boolean(), differences: differencesSchema }))
      .readonly(),
  })
  .openapi('ArticleHistory'); // prettier-ignore

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
