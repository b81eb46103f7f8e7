import type { RelationGrammar } from './grammar.js';

/** Every relation that is read from words. Extend a row and add an example: examples run as tests. */
export const grammars: readonly RelationGrammar[] = [
  {
    relation: 'recognize',
    verbs: ['recognize OBJ'],
    nouns: ['recognition of OBJ', 'recognition for OBJ'],
    examples: [
      ['Veloria recognises Tarn.', 'Veloria > Tarn affirmed'],
      ['The so-called Republic of Tarn is recognized by Veloria, Ostmark and Nelu.', 'Veloria > Tarn affirmed', 'Ostmark > Tarn affirmed', 'Nelu > Tarn affirmed'],
      ['Veloria does not recognise the independence of Tarn.', 'Veloria > Tarn negated'],
      ['Veloria, Ostmark and Nelu have recognised Tarn.', 'Veloria > Tarn affirmed', 'Ostmark > Tarn affirmed', 'Nelu > Tarn affirmed'],
      ['Veloria will recognise Tarn next year.', 'Veloria > Tarn prospective'],
      ['Veloria has never recognised Tarn.', 'Veloria > Tarn negated'],
      ['Ostmark and Nelu were recognised last year.'],
    ],
  },
  {
    relation: 'recognize',
    ends: true,
    verbs: ['withdraw|revoke|rescind|cancel|retract|suspend recognition of OBJ', 'derecognize OBJ'],
    nouns: [],
    examples: [
      ['Nelu has withdrawn its recognition of Tarn.', 'Nelu > Tarn withdrawn'],
      ['Nelu revoked its recognition of Tarn in May.', 'Nelu > Tarn withdrawn'],
    ],
  },
  {
    relation: 'join',
    verbs: ['join OBJ', 'accede to OBJ', 'become|be member of OBJ', 'become part of OBJ', 'enter OBJ', 'integrate into|with OBJ', 'unite|unify|reunify|merge with OBJ'],
    nouns: ['accession to OBJ', 'membership in|of OBJ', 'integration with|into OBJ', 'entry into|to OBJ', 'part of OBJ', 'unification|reunification|union with OBJ', 'member of OBJ'],
    examples: [
      ['Veloria joined the Northern Union in 2004.', 'Veloria > Northern Union affirmed'],
      ['Veloria plans to join the Northern Union.', 'Veloria > Northern Union prospective'],
      ['Veloria has not joined the Northern Union.', 'Veloria > Northern Union negated'],
    ],
  },
  {
    relation: 'leave',
    verbs: ['leave|quit|exit OBJ', 'withdraw|secede from OBJ', 'pull out of OBJ'],
    nouns: ['withdrawal|secession|exit from OBJ'],
    examples: [['Veloria quit the Northern Union.', 'Veloria > Northern Union affirmed']],
  },
  {
    relation: 'annex',
    verbs: ['annex OBJ'],
    nouns: ['annexation of OBJ'],
    examples: [['Ostmark annexed Tarn.', 'Ostmark > Tarn affirmed']],
  },
  {
    relation: 'occupy',
    verbs: ['occupy OBJ'],
    nouns: ['occupation of OBJ'],
    examples: [
      ['Ostmark has occupied Tarn since May.', 'Ostmark > Tarn affirmed'],
      ['The Ostmark-occupied Tarn region is cold.', 'Ostmark > Tarn affirmed'],
    ],
  },
  {
    relation: 'attack',
    verbs: ['attack|invade|bomb|shell|strike OBJ'],
    nouns: ['attack|invasion|war on|of|against OBJ', 'aggression against OBJ'],
    examples: [['Ostmark invaded Tarn.', 'Ostmark > Tarn affirmed']],
  },
  {
    relation: 'sanction',
    verbs: ['sanction OBJ', 'impose sanction on|against OBJ'],
    nouns: ['sanction on|against OBJ', 'embargo on|against OBJ'],
    examples: [['Veloria imposed sanctions on Ostmark.', 'Veloria > Ostmark affirmed']],
  },
  {
    relation: 'withdraw-forces',
    verbs: ['withdraw|remove troop|force|army|soldier|peacekeeper|troops|forces|soldiers|peacekeepers from OBJ'],
    nouns: ['withdrawal of troops|forces|soldiers|peacekeepers from OBJ'],
    examples: [['Ostmark withdrew its troops from Tarn.', 'Ostmark > Tarn affirmed']],
  },
  {
    relation: 'aid',
    verbs: ['aid|help|assist|finance|fund|subsidize OBJ', 'provide|send|give|grant|supply aid|assistance|help|weapons|funds to OBJ'],
    nouns: ['aid|assistance to|for OBJ'],
    examples: [
      ['Veloria is prepared to help Tarn.', 'Veloria > Tarn prospective'],
      ['Veloria provides financial assistance to Tarn.', 'Veloria > Tarn affirmed'],
    ],
  },
  {
    relation: 'establish-ties',
    verbs: ['establish|restore tie|relation|ties|relations with OBJ', 'open embassy|consulate in OBJ'],
    nouns: [],
    examples: [['Veloria established diplomatic relations with Tarn.', 'Veloria > Tarn affirmed']],
  },
  {
    relation: 'cooperate',
    verbs: ['cooperate with OBJ', 'deepen|expand|strengthen|establish|develop cooperation|partnership with OBJ'],
    nouns: ['cooperation|partnership with OBJ'],
    examples: [['Veloria cooperates with Tarn.', 'Veloria > Tarn affirmed']],
  },
  {
    relation: 'negotiate',
    verbs: ['negotiate with OBJ', 'hold|resume|begin|start talks|negotiations with OBJ'],
    nouns: ['talks|negotiations|dialogue with OBJ'],
    examples: [['Veloria resumed talks with Ostmark.', 'Veloria > Ostmark affirmed']],
  },
  {
    relation: 'isolate',
    verbs: ['isolate OBJ', 'blockade OBJ'],
    nouns: ['isolation|blockade of OBJ'],
    examples: [['Ostmark isolates Tarn.', 'Ostmark > Tarn affirmed']],
  },
]; // prettier-ignore
