import { z } from 'zod';
import { acts, editKinds, kinds, polarities, relations, speakerTypes, stances } from './vocabulary.js';

/**
 * The ledger record, version 1: what one article becomes. This schema is the one place that defines it; the
 * types, the checks at the borders and the JSON all come from here. Offsets are UTF-16 code units, half-open,
 * into `article.text`; span lists are in text order. All strings come from strangers: escape them when shown.
 */
export const spanSchema = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([start, end]) => start < end, 'a span must hold at least one character')
  .readonly();
const spans = z.array(spanSchema);

export const articleSchema = z.object({
  url: z.string().nullable(),
  /** Name as the page gives it, else the registrable domain, else null. */
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  authors: z.array(z.string()),
  /** ISO 8601 date (`2024-08-15`), or date and time where the page tells it; null when untold. */
  published: z.string().nullable(),
  /** ISO 639-1 code, or null when not recognised. */
  language: z.string().nullable(),
  /** Clean body: paragraphs joined by a blank line. */
  text: z.string(),
});

export const speakerSchema = z.object({
  /** Text of the source span; null where the article leaves the source out. */
  mention: z.string().nullable(),
  /** The fullest name that the article itself gives; null when unnamed or unsure. */
  entity: z.string().nullable(),
  type: z.enum(speakerTypes),
  /** Fullest description in the article, qualifiers kept; null if none. */
  role: z.string().nullable(),
  /** Probability in [0, 1] that `entity` is right (or rightly null). */
  confidence: z.number().min(0).max(1).optional(),
});

export const editSchema = z.object({ kind: z.enum(editKinds), span: spanSchema });

export const statementSchema = z.object({
  kind: z.enum(kinds),
  source: spans,
  cue: spans,
  content: spans.min(1),
  cueLemma: z.string().nullable(),
  speaker: speakerSchema,
  medium: z.string().nullable(),
  relay: z.string().nullable(),
  act: z.enum(acts),
  edits: z.array(editSchema),
  about: z.array(z.string()),
  /** Calibrated probability in [0, 1] that source and content are right. */
  confidence: z.number().min(0).max(1).optional(),
});

export const propositionSchema = z.object({
  relation: z.enum(relations),
  subject: z.string().nullable(),
  object: z.string().nullable(),
  /** What `other` stands for; absent for the named relations. */
  predicate: z.string().optional(),
});

export const positionSchema = z.object({
  holder: z.string(),
  stance: z.enum(stances),
  proposition: propositionSchema,
  /** Index into `statements`. */
  statement: z.int().nonnegative(),
  /** The words that carry the stance. */
  evidence: spanSchema.optional(),
  /** The words of the condition ("if conditions arise"). */
  condition: spanSchema.optional(),
  /** The words of the time it refers to ("by 2030"). */
  time: spanSchema.optional(),
});

/** `outlet`: the narrator says so; otherwise the index of the statement that says so. */
export const voiceSchema = z.union([z.literal('outlet'), z.int().nonnegative()]);

export const relationSchema = propositionSchema.extend({
  polarity: z.enum(polarities),
  over: z.string().nullable(),
  voice: voiceSchema,
  span: spanSchema,
});

export const designationSchema = z.object({
  entity: z.string(),
  label: z.string(),
  marks: z.array(z.string()),
  voice: voiceSchema,
  spans: spans.min(1),
});

export const recordSchema = z.object({
  article: articleSchema,
  statements: z.array(statementSchema),
  positions: z.array(positionSchema),
  relations: z.array(relationSchema),
  designations: z.array(designationSchema),
});

export type Article = z.infer<typeof articleSchema>;
export type Speaker = z.infer<typeof speakerSchema>;
export type Edit = z.infer<typeof editSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type LedgerRecord = z.infer<typeof recordSchema>;
