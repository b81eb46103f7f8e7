import { z } from 'zod';
import { comparisons, sorts } from '../ledger/ledger.js';
import { acts, kinds, relations, speakerTypes, stances } from '../terms/vocabulary.js';

const word = z
  .string()
  .trim()
  .max(300)
  .optional()
  .catch(undefined)
  .transform((s) => (s === '' ? undefined : s));
/** The database has no year 0. */
const date = z.iso
  .date()
  .refine((day) => !day.startsWith('0000'))
  .optional()
  .catch(undefined);

/** Query string of the list pages; what does not fit is left out, never an error. */
export const searchQuery = z.object({
  q: word,
  speaker: word,
  outlet: word,
  entity: word,
  kind: z.enum(kinds).optional().catch(undefined),
  act: z.enum(acts).optional().catch(undefined),
  stance: z.enum(stances).optional().catch(undefined),
  relation: z.enum(relations).optional().catch(undefined),
  by: z.enum(comparisons).optional().catch(undefined),
  sort: z.enum(sorts).optional().catch(undefined),
  from: date,
  to: date,
  asKnown: date,
  cursor: word,
});
export type SearchQuery = z.infer<typeof searchQuery>;

/** Query string of the pages on positions, recognition and naming. */
export const claimQuery = z.object({ about: word, holder: word, entity: word, asOf: date, asKnown: date });
export type ClaimQuery = z.infer<typeof claimQuery>;

/** Query string of a speaker's page. */
export const speakerQuery = z.object({ name: word, on: word, cursor: word });

/** Query string of the pages on people and bodies. */
export const entityQuery = z.object({
  name: word,
  type: z.enum(speakerTypes).optional().catch(undefined),
  speaking: z.enum(['yes']).optional().catch(undefined),
  on: word,
  cursor: word,
  asKnown: date,
});
export type EntityQuery = z.infer<typeof entityQuery>;

/** Query string of a page that can be shown as it was known. */
export const knownQuery = z.object({ asKnown: date });
