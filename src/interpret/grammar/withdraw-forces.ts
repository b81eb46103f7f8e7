import type { RelationGrammar } from './grammar.js';

export const withdrawForces: RelationGrammar = {
  relation: 'withdraw-forces',
  verbs: [
    'withdraw|remove|pull troop|force|army|soldier|peacekeeper|troops|forces|soldiers|peacekeepers from OBJ',
    'pull troops|forces|soldiers|peacekeepers out of OBJ',
  ],
  nouns: ['withdrawal of troops|forces|soldiers|peacekeepers from OBJ'],
  done: true,
  examples: [['Ostmark withdrew its troops from Tarn.', 'Ostmark > Tarn affirmed']],
};
