import type { RelationGrammar } from './grammar.js';

export const sanction: RelationGrammar = {
  relation: 'sanction',
  verbs: ['sanction OBJ', 'impose sanction on|against OBJ', 'place sanction on OBJ', 'maintain|keep sanction against|on OBJ', 'join sanctions TOPIC'],
  nouns: ['sanction on|against OBJ', 'embargo on|against OBJ', 'sanctions TOPIC'],
  done: true,
  examples: [
    ['Veloria imposed sanctions on Ostmark.', 'Veloria > Ostmark affirmed'],
    ['Veloria and Nelu have imposed sanctions on Ostmark over the vote.', 'Veloria > Ostmark affirmed', 'Nelu > Ostmark affirmed'],
    ['Veloria’s sanctions against Ostmark end in May.', 'Veloria > Ostmark affirmed'],
    ['Veloria imposed sanctions on Ostmark’s banks.'],
  ],
}; // prettier-ignore

export const sanctionEnds: RelationGrammar = {
  relation: 'sanction',
  ends: true,
  verbs: ['lift|drop|end|suspend sanction on|against OBJ'],
  nouns: [],
  examples: [['Veloria lifted its sanctions on Ostmark.', 'Veloria > Ostmark withdrawn']],
};
