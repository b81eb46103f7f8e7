import type { RelationGrammar } from './grammar.js';

export const establishTies: RelationGrammar = {
  relation: 'establish-ties',
  verbs: ['establish|restore|resume|normalize tie|relation|ties|relations with OBJ', 'open|reopen embassy|consulate in OBJ', 'have|maintain|keep ties|relations with OBJ'],
  nouns: ['resumption|restoration|normalization|establishment of ties|relations with OBJ', 'resumption|restoration|normalization|establishment of ties|relations between PAIR'],
  mutual: ['establish|restore|resume|normalize|have tie|relation|ties|relations', 'exchange ambassadors'],
  examples: [
    ['Veloria established diplomatic relations with Tarn.', 'Veloria > Tarn affirmed'],
    ['Veloria has formal relations with five states, among them Ostmark and Nelu.', 'Veloria > Ostmark affirmed', 'Veloria > Nelu affirmed'],
    ['Veloria and Ostmark have agreed to restore diplomatic relations.', 'Veloria > Ostmark prospective'],
    ['Veloria and Ostmark have no diplomatic relations.', 'Veloria > Ostmark negated'],
    ['Veloria has no diplomatic relations with Ostmark.', 'Veloria > Ostmark negated'],
  ],
}; // prettier-ignore

export const establishTiesEnds: RelationGrammar = {
  relation: 'establish-ties',
  ends: true,
  verbs: [
    'cut|sever|break|suspend tie|relation|ties|relations with OBJ',
    'break off ties|relations with OBJ',
  ],
  nouns: [],
  mutual: ['cut|sever|break tie|relation|ties|relations'],
  examples: [['Veloria severed diplomatic relations with Ostmark.', 'Veloria > Ostmark withdrawn']],
};
