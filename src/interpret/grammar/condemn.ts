import type { RelationGrammar } from './grammar.js';

export const condemn: RelationGrammar = {
  relation: 'condemn',
  verbs: ['condemn|denounce OBJ', 'condemn|denounce DEED'],
  nouns: ['condemnation of OBJ'],
  examples: [
    ['Nelu condemned Ostmark.', 'Nelu > Ostmark affirmed'],
    ['Nelu condemned Ostmark’s attack on Tarn.', 'Nelu > Ostmark affirmed', 'Ostmark attack Tarn affirmed'],
    ['Nelu condemned Ostmark’s weather.'],
  ],
};
