import type { RelationGrammar } from './grammar.js';

export const support: RelationGrammar = {
  relation: 'support',
  verbs: ['support|back OBJ', 'support|back OWNER plan|proposal|claim|position|bid'],
  nouns: [],
  examples: [
    ['Nelu supports Ostmark.', 'Nelu > Ostmark affirmed'],
    ['Nelu supports Ostmark’s autonomy plan for Tarn.', 'Nelu > Ostmark affirmed'],
    ['Nelu supports Ostmark’s accession to the Northern Union.'],
    ['Nelu backs a Tarn footballer.'],
  ],
};
