import type { RelationGrammar } from './grammar.js';

export const annex: RelationGrammar = {
  relation: 'annex',
  verbs: ['annex OBJ'],
  nouns: ['annexation of OBJ', 'annexation TOPIC'],
  done: true,
  examples: [
    ['Ostmark annexed Tarn.', 'Ostmark > Tarn affirmed'],
    ['Ostmark annexed most of Tarn in 1976.', 'Ostmark > Tarn affirmed'],
    ['Tarn was annexed by Ostmark after a vote.', 'Ostmark > Tarn affirmed'],
    ['Nelu recognised the annexation of Tarn by Ostmark.', 'Ostmark > Tarn affirmed'],
  ],
};
