import type { RelationGrammar } from './grammar.js';

export const support: RelationGrammar = {
  relation: 'support',
  verbs: [
    'support|back OBJ',
    'support|back OWNER plan|proposal|claim|position|bid|unity|integrity|sovereignty|independence',
    'support|back unity|integrity|sovereignty|independence of OBJ',
  ],
  nouns: [
    'support for unity|integrity|sovereignty|independence of OBJ',
    'commitment to unity|integrity|sovereignty|independence of OBJ',
  ],
  examples: [
    ['Nelu supports Ostmark.', 'Nelu > Ostmark affirmed'],
    ['Nelu supports Ostmark’s autonomy plan for Tarn.', 'Nelu > Ostmark affirmed'],
    ['Nelu supports Ostmark’s accession to the Northern Union.'],
    ['Nelu supports the territorial integrity of Ostmark.', 'Nelu > Ostmark affirmed'],
    ['Nelu backs a Tarn footballer.'],
  ],
};
