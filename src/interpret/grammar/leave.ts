import type { RelationGrammar } from './grammar.js';

export const leave: RelationGrammar = {
  relation: 'leave',
  verbs: ['leave|quit|exit BODY', 'withdraw from BODY', 'secede from OBJ', 'break away from OBJ', 'pull out of BODY'],
  nouns: ['withdrawal|exit|departure from BODY', 'secession from OBJ'],
  done: true,
  examples: [
    ['Veloria quit the Northern Union.', 'Veloria > Northern Union affirmed'],
    ['Veloria has withdrawn from the Northern Union.', 'Veloria > Northern Union affirmed'],
    ['Veloria should have been withdrawn from the Northern Union.'],
    ['Veloria left Tarn for the summer.'],
  ],
}; // prettier-ignore
