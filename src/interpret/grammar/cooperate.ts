import type { RelationGrammar } from './grammar.js';

export const cooperate: RelationGrammar = {
  relation: 'cooperate',
  verbs: [
    'cooperate with OBJ',
    'deepen|expand|strengthen|establish|develop cooperation|partnership|ties|relations with OBJ',
    'work together with OBJ',
    'sign memorandum with OBJ',
  ],
  nouns: ['cooperation|partnership with OBJ', 'cooperation|partnership between PAIR'],
  examples: [
    ['Veloria cooperates with Tarn.', 'Veloria > Tarn affirmed'],
    ['Veloria signed a memorandum of understanding with Tarn.', 'Veloria > Tarn affirmed'],
  ],
};
