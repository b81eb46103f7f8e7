import type { RelationGrammar } from './grammar.js';

export const negotiate: RelationGrammar = {
  relation: 'negotiate',
  verbs: ['negotiate with OBJ', 'hold|resume|begin|start|open talks|negotiations|dialogue|consultations with OBJ', 'sign treaty|agreement|accord with OBJ'],
  nouns: ['talks|negotiations|dialogue with OBJ', 'talks|negotiations|dialogue between PAIR'],
  mutual: ['hold|resume|begin|start|open talks|negotiations', 'sign treaty|agreement|accord'],
  examples: [
    ['Veloria resumed talks with Ostmark.', 'Veloria > Ostmark affirmed'],
    ['Veloria and Ostmark held talks on Tuesday.', 'Veloria > Ostmark affirmed'],
    ['The talks between Veloria and Ostmark will resume in May.'],
  ],
}; // prettier-ignore
