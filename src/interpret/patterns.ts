/** Compiles the rows of the relation grammars. */
import type { RelationGrammar } from './grammar/grammar.js';
import { grammars } from './grammar/index.js';

const slots = [
  'OBJ',
  'BODY',
  'OLD',
  'PAIR',
  'OWNER',
  'DEED',
  'SAME',
  'TOPIC',
  'PRE',
  'MEMBER',
  'LAND',
] as const;
export type SlotName = (typeof slots)[number];
export type Cell = ReadonlySet<string> | SlotName;

export interface Pattern {
  readonly grammar: RelationGrammar;
  readonly form: 'verb' | 'noun' | 'mutual' | 'admits';
  /** Cells behind the first word. */
  readonly cells: readonly Cell[];
}

const byFirst = new Map<string, Pattern[]>();
for (const grammar of grammars) {
  const rows = [
    ...grammar.verbs.map((row) => ['verb', row] as const),
    ...grammar.nouns.map((row) => ['noun', row] as const),
    ...(grammar.mutual ?? []).map((row) => ['mutual', row] as const),
    ...(grammar.admits ?? []).map((row) => ['admits', row] as const),
  ];
  for (const [form, row] of rows) {
    const [first = '', ...rest] = row.split(' ');
    const pattern = { grammar, form, cells: rest.map(cellOf) };
    for (const word of first.split('|')) byFirst.set(word, [...(byFirst.get(word) ?? []), pattern]);
  }
}
for (const patterns of byFirst.values()) patterns.sort((a, b) => b.cells.length - a.cells.length);

function cellOf(cell: string): Cell {
  return slots.find((slot) => slot === cell) ?? new Set(cell.split('|'));
}

/** Rows whose first word has this lemma or form, those with the most words first. */
export function patternsOf(lemma: string, low: string): readonly Pattern[] {
  const found = byFirst.get(lemma) ?? [];
  if (low === lemma) return found;
  const more = byFirst.get(low) ?? [];
  return more.length === 0 ? found : [...found, ...more].sort((a, b) => b.cells.length - a.cells.length);
}
