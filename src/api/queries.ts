/** The parameters that requests may carry. Unlike a page's, what does not fit is an error, never left out. */
import { z } from '@hono/zod-openapi';
import { kinds } from '../terms/vocabulary.js';
import { readCursor } from '../ledger/queries/page.js';

const words = z.string().trim().max(300).optional();
const day = z.iso.date().optional();
const number = (schema: z.ZodNumber) =>
  z.string().regex(/^\d{1,9}(?:\.\d{1,9})?$/u, 'Give a number.').transform(Number).pipe(schema); // prettier-ignore

/** Most rows of one part of a list. */
export const mostRows = 200;

const part = {
  cursor: z
    .string()
    .max(200)
    .refine((cursor) => readCursor(cursor) !== null, 'Give the cursor that the part before named as `next`.')
    .optional()
    .openapi({ description: 'The `next` of the part before.' }),
  limit: number(z.number().int().min(1).max(mostRows)).optional().openapi({
    type: 'integer',
    minimum: 1,
    maximum: mostRows,
    description: 'Rows in one part; 50 unless said.',
  }),
};

/** Least confidence, in [0, 1]. */
export const minConfidence = number(z.number().min(0).max(1))
  .optional()
  .openapi({ type: 'number', minimum: 0, maximum: 1, description: 'Leaves out what is less sure.' });

const filter = {
  q: words.openapi({ description: 'Words of the content, "phrases" and -exclusions.' }),
  speaker: words.openapi({ description: "Any part of the speaker's name." }),
  outlet: words.openapi({ description: "Any part of the outlet's name." }),
  kind: z.enum(kinds).optional(),
  from: day.openapi({ description: 'Published on or after this day.' }),
  to: day.openapi({ description: 'Published on or before this day.' }),
  minConfidence,
};

export const noQuery = z.object({});
export const noParams = z.object({});
export const partQuery = z.object(part);
export const filterQuery = z.object(filter);
export const statementQuery = z.object({ ...filter, ...part });
export const positionQuery = z.object({
  holder: words.openapi({ description: "Any part of the holder's name." }),
  about: words.openapi({ description: 'Words that relation, subject and object hold between them.' }),
  asOf: day.openapi({ description: 'Published on or before this day.' }),
});

const entity = z.string().trim().min(1).max(300).openapi({ description: 'Any part of the name.' });
export const recognitionQuery = z.object({ entity, asOf: day });
export const namingQuery = z.object({ entity });

export const articleParams = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/u, 'Give 16 hexadecimal digits.'),
});
export const statementParams = z.object({
  id: z.string().regex(/^[0-9a-f]{6,16}$/u, 'Give 6 to 16 hexadecimal digits.'),
});
