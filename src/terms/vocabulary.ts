/** Closed lists of the record (version 1). Each word is defined in docs/record.md. */
export const kinds = ['direct', 'indirect', 'mixed'] as const;
export const speakerTypes = ['person', 'organization', 'place', 'group', 'work', 'unnamed'] as const;
export const acts = [
  'assert', 'deny', 'confirm', 'announce', 'promise', 'support', 'oppose', 'refuse', 'demand', 'urge', 'ask',
  'accuse', 'criticize', 'praise', 'warn', 'threaten', 'predict', 'express-feeling',
] as const; // prettier-ignore
export const editKinds = ['insertion', 'ellipsis'] as const;
export const stances = ['for', 'against', 'open', 'conditional', 'not-now', 'denies', 'undecided'] as const;
export const relations = [
  'recognize', 'derecognize', 'join', 'leave', 'annex', 'part-of', 'ally', 'cooperate', 'negotiate', 'aid',
  'sanction', 'occupy', 'attack', 'withdraw-forces', 'condemn', 'support', 'establish-ties', 'isolate', 'govern', 'other',
] as const; // prettier-ignore
export const polarities = ['affirmed', 'negated', 'withdrawn', 'prospective', 'conditional'] as const;

export type Kind = (typeof kinds)[number];
export type SpeakerType = (typeof speakerTypes)[number];
export type Act = (typeof acts)[number];
export type Stance = (typeof stances)[number];
export type Relation = (typeof relations)[number];
