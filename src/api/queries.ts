/** The parameters that requests may carry. Unlike a page's, what does not fit is an error, never left out. */
import { z } from '@hono/zod-openapi';
import { readCursor } from '../ledger/queries/page.js';
import { comparisons, sorts } from '../ledger/search/query.js';
import { isSearchCursor } from '../ledger/search/search.js';
import { acts, kinds, relations, speakerTypes, stances } from '../terms/vocabulary.js';

const words = z.string().trim().max(300).optional();
/** The database has no year 0. */
const hasYear = (text: string) => !text.startsWith('0000');
const day = z.iso.date().refine(hasYear, 'There is no year 0.').optional();
const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((time) => time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999, 'There is no year 0.')
  .optional();
const number = (schema: z.ZodNumber) =>
  z.string().regex(/^\d{1,9}(?:\.\d{1,9})?$/, 'Give a number.').transform(Number).pipe(schema); // prettier-ignore

/** Most rows of one part of a list. */
export const mostRows = 200;

const partOf = (isCursor: (cursor: string) => boolean) => ({
  cursor: z
    .string()
    .max(200)
    .refine(isCursor, 'Give the cursor that the part before named as `next`.')
    .optional()
    .openapi({ description: 'The `next` of the part before.' }),
  limit: number(z.number().int().min(1).max(mostRows)).optional().openapi({
    type: 'integer',
    minimum: 1,
    maximum: mostRows,
    description: 'Rows in one part; 50 unless said.',
  }),
});

/** Least confidence, in [0, 1]. */
export const minConfidence = z
  .string()
  .regex(/^\d{1,9}(?:\.\d{1,30})?(?:e-\d{1,3})?$/i, 'Give a number.')
  .transform(Number)
  .pipe(z.number().min(0).max(1))
  .optional()
  .openapi({ type: 'number', minimum: 0, maximum: 1, description: 'Leaves out what is less sure.' });

const asKnown = instant.openapi({
  type: 'string',
  format: 'date-time',
  description: 'Only what was on record at this instant, as it was then.',
});

const filter = {
  q: words.openapi({
    description: 'Words of the statement: `word "a phrase" -without begin* one or other`.',
  }),
  speaker: words.openapi({
    description: "The speaker's name, or the words that describe one who is not named.",
  }),
  entityId: z
    .string()
    .regex(/^[0-9a-f]{16}$/, 'Give 16 hexadecimal digits.')
    .optional()
    .openapi({
      description: 'Of this person or body, whatever each article calls them; `/entities` has the ids.',
    }),
  role: words,
  outlet: words,
  entity: words.openapi({ description: 'Whom or what the statement is about.' }),
  kind: z.enum(kinds).optional(),
  act: z.enum(acts).optional(),
  stance: z.enum(stances).optional().openapi({ description: 'A stance that it commits its speaker to.' }),
  relation: z
    .enum(relations)
    .optional()
    .openapi({ description: 'A relation that it takes a position on, or says to hold.' }),
  from: day.openapi({ description: 'Published on or after this day.' }),
  to: day.openapi({ description: 'Published on or before this day.' }),
  recordedFrom: day.openapi({ description: 'Recorded on or after this day (UTC).' }),
  recordedTo: day.openapi({ description: 'Recorded on or before this day (UTC).' }),
  minConfidence,
  asKnown,
};

export const noQuery = z.object({});
export const noParams = z.object({});
export const partQuery = z.object({ ...partOf((cursor) => readCursor(cursor) !== null), asKnown });
export const correctionQuery = z.object({
  statement: z.string().regex(/^[0-9a-f]{16}$/, 'Give 16 hexadecimal digits.').optional(),
}); // prettier-ignore
export const filterQuery = z.object(filter);
const by = z.enum(comparisons).optional().openapi({
  description:
    'What `q` is compared by: the words (the default), their meaning, or both. By meaning there are at most 200, the nearest first.',
});
export const facetQuery = z.object({ ...filter, by });
export const statementQuery = z.object({
  ...filter,
  by,
  sort: z
    .enum(sorts)
    .optional()
    .openapi({ description: '`relevance`: best fit of `q` among the newest that fit.' }),
  ...partOf(isSearchCursor),
});
export const positionQuery = z.object({
  entityId: z.string().regex(/^[0-9a-f]{16}$/, 'Give 16 hexadecimal digits.').optional(), // prettier-ignore
  holder: words.openapi({ description: "Any part of the holder's name." }),
  about: words.openapi({ description: 'Words that relation, subject and object hold between them.' }),
  asOf: day.openapi({ description: 'Published on or before this day.' }),
  asKnown: asKnown,
});
export const knownQuery = z.object({ asKnown });
export const changeQuery = positionQuery.extend({
  limit: number(z.number().int().min(1).max(mostRows)).optional().openapi({
    type: 'integer',
    minimum: 1,
    maximum: mostRows,
    description: 'So many of the newest; 50 unless said.',
  }),
});
export const entityQuery = z.object({
  name: words.openapi({ description: 'Any part of any of its names.' }),
  type: z.enum(speakerTypes).optional(),
  speaking: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .openapi({ type: 'string', enum: ['true', 'false'], description: 'Only those that statements are of.' }),
  asKnown,
  limit: number(z.number().int().min(1).max(mostRows)).optional().openapi({
    type: 'integer',
    minimum: 1,
    maximum: mostRows,
    description: 'At most so many; 50 unless said.',
  }),
});
export const widelyQuery = z.object({
  from: z.iso.date().refine(hasYear, 'There is no year 0.').openapi({ description: 'First day.' }),
  to: z.iso.date().refine(hasYear, 'There is no year 0.').openapi({ description: 'Last day.' }),
  limit: number(z.number().int().min(1).max(mostRows)).optional().openapi({
    type: 'integer',
    minimum: 1,
    maximum: mostRows,
    description: 'At most so many; 50 unless said.',
  }),
});

const entity = z.string().trim().min(1).max(300).openapi({ description: 'Any part of the name.' });
export const recognitionQuery = z.object({ entity, asOf: day, asKnown });
export const namingQuery = z.object({ entity, asKnown });

export const articleParams = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/, 'Give 16 hexadecimal digits.'),
});
export const versionsParams = articleParams.extend({
  from: articleParams.shape.id,
  to: articleParams.shape.id,
});
/** An entity's id, or the first digits of it. */
export const entityParams = z.object({
  id: z.string().regex(/^[0-9a-f]{6,16}$/, 'Give 6 to 16 hexadecimal digits.'),
});
export const statementParams = z.object({
  id: z.string().regex(/^[0-9a-f]{6,16}$/, 'Give 6 to 16 hexadecimal digits.'),
});
