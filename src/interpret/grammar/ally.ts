import type { RelationGrammar } from './grammar.js';

export const ally: RelationGrammar = {
  relation: 'ally',
  verbs: ['ally with OBJ', 'be|remain|become ally of OBJ', 'sign|conclude pact|alliance with OBJ', 'form alliance with OBJ'],
  nouns: ['alliance with OBJ'],
  examples: [
    ['Ostmark remains an ally of Nelu.', 'Ostmark > Nelu affirmed'],
    ['Ostmark, a close ally of Nelu, sent no troops.', 'Ostmark > Nelu affirmed'],
    ['Ostmark raised the price for its ally Nelu.', 'Ostmark > Nelu affirmed'],
    ['Ostmark’s allies Nelu and Veloria sent no troops.', 'Ostmark > Nelu affirmed', 'Ostmark > Veloria affirmed'],
    ['Ostmark signed a defence pact with Nelu.', 'Ostmark > Nelu affirmed'],
  ],
}; // prettier-ignore
