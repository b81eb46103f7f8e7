import type { RelationGrammar } from './grammar.js';

export const aid: RelationGrammar = {
  relation: 'aid',
  verbs: ['aid|help|assist|finance|fund|subsidize|arm OBJ', 'provide|send|give|grant|supply|deliver aid|assistance|help|weapons|funds|arms|money|gas to OBJ', 'supply|provide OBJ with weapons|arms|aid|gas|money|assistance|ammunition|funds|help'],
  nouns: ['aid|assistance to|for OBJ'],
  examples: [
    ['Veloria is prepared to help Tarn.', 'Veloria > Tarn prospective'],
    ['Veloria provides financial assistance to Tarn.', 'Veloria > Tarn affirmed'],
    ['Veloria supplies Tarn with weapons.', 'Veloria > Tarn affirmed'],
    ['Veloria does not recognise Tarn but supplies it with free gas.', 'Veloria recognize Tarn negated', 'Veloria > Tarn affirmed'],
    ['A guard from Veloria helps Tarn.'],
  ],
}; // prettier-ignore

export const aidEnds: RelationGrammar = {
  relation: 'aid',
  ends: true,
  verbs: ['suspend|cut|halt|stop|freeze aid|assistance to OBJ'],
  nouns: [],
  examples: [['Veloria suspended its aid to Tarn.', 'Veloria > Tarn withdrawn']],
};
