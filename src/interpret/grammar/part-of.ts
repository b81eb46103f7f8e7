import type { RelationGrammar } from './grammar.js';

export const partOf: RelationGrammar = {
  relation: 'part-of',
  verbs: ['be|remain part of OBJ', 'belong to OBJ'],
  nouns: [],
  examples: [
    ['Tarn is part of Ostmark.', 'Tarn > Ostmark affirmed'],
    ['Tarn is not an integral part of Ostmark.', 'Tarn > Ostmark negated'],
    ['Tarn belongs to Ostmark.', 'Tarn > Ostmark affirmed'],
    ['Ostmark considers Tarn its northern region.'],
  ],
};
