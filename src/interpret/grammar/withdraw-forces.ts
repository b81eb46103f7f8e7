import type { RelationGrammar } from './grammar.js';

export const withdrawForces: RelationGrammar = {
  relation: 'withdraw-forces',
  verbs: [
    'withdraw|remove|pull troop|force|army|soldier|peacekeeper|troops|forces|soldiers|peacekeepers|military|contingent|units from OBJ',
    'withdraw|retreat from LAND',
    'pull troops|forces|soldiers|peacekeepers out of OBJ',
  ],
  nouns: [
    'withdrawal of|by troops|forces|soldiers|peacekeepers|military|contingent|army from OBJ',
    'withdrawal|pullout from LAND',
  ],
  done: true,
  examples: [
    ['Ostmark withdrew its troops from Tarn.', 'Ostmark > Tarn affirmed'],
    ['Ostmark withdrew its military contingent from Tarn.', 'Ostmark > Tarn affirmed'],
    ['Ostmark withdrew from Tarn in May.', 'Ostmark > Tarn affirmed'],
    ['Nelu called for the withdrawal of Ostmark troops from Tarn.'],
  ],
};
