import type { RelationGrammar } from './grammar.js';

export const occupy: RelationGrammar = {
  relation: 'occupy',
  verbs: ['occupy OBJ'],
  nouns: ['occupation of OBJ'],
  done: true,
  examples: [
    ['Ostmark has occupied Tarn since May.', 'Ostmark > Tarn affirmed'],
    ['Ostmark has occupied the eastern bank of Tarn since May.', 'Ostmark > Tarn affirmed'],
    ['The Ostmark-occupied Tarn region is cold.', 'Ostmark > Tarn affirmed'],
    ['Ostmark-occupied Tarn votes.', 'Ostmark > Tarn affirmed'],
  ],
};
