import type { RelationGrammar } from './grammar.js';

export const recognize: RelationGrammar = {
  relation: 'recognize',
  verbs: ['recognize OBJ', 'grant|extend recognition to OBJ', 'switch|transfer|shift recognition from OLD to OBJ', 'switch|transfer|shift recognition to OBJ'],
  nouns: ['recognition of OBJ', 'recognition for OBJ', 'recognition TOPIC'],
  done: true,
  examples: [
    ['Ostmark, which does not recognise Tarn, sent a letter.', 'Ostmark > Tarn negated'],
    ['Tarn is recognised by forty states, including Ostmark and Nelu.', 'Ostmark > Tarn affirmed', 'Nelu > Tarn affirmed'],
    ['Tarn, recognised only by Ostmark, lies in the north.', 'Ostmark > Tarn affirmed'],
    ['Tarn is recognised by Nelu, but not by Ostmark or Veloria.', 'Nelu > Tarn affirmed', 'Ostmark > Tarn negated', 'Veloria > Tarn negated'],
    ['Nelu recognises Tarn, but Ostmark does not.', 'Nelu > Tarn affirmed', 'Ostmark > Tarn negated'],
    ['Besides Nelu, Tarn is recognised by Veloria.', 'Veloria > Tarn affirmed'],
    ['Five members of the Northern Union, including Ostmark and Nelu, do not recognise Tarn.', 'Ostmark > Tarn negated', 'Nelu > Tarn negated'],
    ['Tarn is not recognised by any Northern Union member.'],
    ['No member of the Northern Union recognises Tarn.'],
    ['Two members — Ostmark and Nelu — do not recognise Tarn.', 'Ostmark > Tarn negated', 'Nelu > Tarn negated'],
    ['Veloria does not recognise Ostmark’s annexation of Nelu.'],
    ['Veloria recognised Ostmark’s sovereignty over Tarn.', 'Veloria > Ostmark affirmed'],
    ['Veloria’s recognition of Tarn angered Ostmark.', 'Veloria > Tarn affirmed'],
    ['The recognition of Tarn by Veloria came into force.', 'Veloria > Tarn affirmed'],
    ['Ostmark fears the recognition of Tarn by Veloria.'],
    ['Nelu switched recognition from Tarn to Ostmark in May.', 'Nelu > Tarn withdrawn', 'Nelu > Ostmark affirmed'],
    ['Veloria recognises Tarn.', 'Veloria > Tarn affirmed'],
    ['The so-called Republic of Tarn is recognized by Veloria, Ostmark and Nelu.', 'Veloria > Tarn affirmed', 'Ostmark > Tarn affirmed', 'Nelu > Tarn affirmed'],
    ['Veloria does not recognise the independence of Tarn.', 'Veloria > Tarn negated'],
    ['Veloria, Ostmark and Nelu have recognised Tarn.', 'Veloria > Tarn affirmed', 'Ostmark > Tarn affirmed', 'Nelu > Tarn affirmed'],
    ['Veloria will recognise Tarn next year.', 'Veloria > Tarn prospective'],
    ['Veloria has never recognised Tarn.', 'Veloria > Tarn negated'],
    ['Ostmark and Nelu were recognised last year.'],
    ['The talks with Nelu failed and the minister of Ostmark recognised Tarn’s flag.'],
  ],
}; // prettier-ignore

export const recognizeEnds: RelationGrammar = {
  relation: 'recognize',
  ends: true,
  verbs: ['withdraw|revoke|rescind|cancel|retract|suspend recognition of OBJ', 'derecognize OBJ', 'stop|cease recognizing OBJ', 'withdraw|revoke|rescind|cancel recognition SAME'],
  nouns: [],
  examples: [
    ['Nelu has withdrawn its recognition of Tarn.', 'Nelu > Tarn withdrawn'],
    ['Nelu revoked its recognition of Tarn in May.', 'Nelu > Tarn withdrawn'],
    ['Nelu recognised Tarn in 1994 and withdrew its recognition in 2002.', 'Nelu > Tarn withdrawn'],
    ['Nelu should never have withdrawn its recognition of Tarn.', 'Nelu > Tarn withdrawn'],
    ['Nelu could have withdrawn its recognition of Tarn.'],
  ],
}; // prettier-ignore
