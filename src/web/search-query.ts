import { z } from 'zod';
import { comparisons, sorts } from '../ledger/ledger.js';
import { acts, kinds, relations, stances } from '../terms/vocabulary.js';

const word = z
  .string()
  .trim()
  .max(300)
  .optional()
  .catch(undefined)
  .transform((s) => (s === '' ? undefined : s));
const date = z.iso.date().optional().catch(undefined);

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
  cursor: word,
});
export type SearchQuery = z.infer<typeof searchQuery>;

/** Query string of the pages on positions, recognition and naming. */
export const claimQuery = z.object({ about: word, holder: word, entity: word, asOf: date });

/** Query string of a speaker's page. */
export const speakerQuery = z.object({ name: word, on: word, cursor: word });
