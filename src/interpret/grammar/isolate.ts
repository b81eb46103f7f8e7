import type { RelationGrammar } from './grammar.js';

export const isolate: RelationGrammar = {
  relation: 'isolate',
  verbs: ['isolate OBJ', 'blockade OBJ'],
  nouns: ['isolation|blockade of OBJ'],
  done: true,
  examples: [['Ostmark isolates Tarn.', 'Ostmark > Tarn affirmed']],
};
