import type { RelationGrammar } from './grammar.js';

/** Every relation that is read from words. Extend a row and add an example: examples run as tests. */
export const grammars: readonly RelationGrammar[] = [
  {
    relation: 'recognize',
    verbs: ['recognize OBJ'],
    nouns: ['recognition of OBJ', 'recognition for OBJ'],
    examples: [
      ['Ostmark, which does not recognise Tarn, sent a letter.', 'Ostmark > Tarn negated'],
      ['Tarn is recognised by forty states, including Ostmark and Nelu.', 'Ostmark > Tarn affirmed', 'Nelu > Tarn affirmed'],
      ['Tarn is not recognised by any Northern Union member.'],
      ['Two members — Ostmark and Nelu — do not recognise Tarn.', 'Ostmark > Tarn negated', 'Nelu > Tarn negated'],
      ['Veloria does not recognise Ostmark’s annexation of Nelu.'],
      ['Veloria recognised Ostmark’s sovereignty over Tarn.', 'Veloria > Ostmark affirmed'],
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
    verbs: ['join OBJ', 'join with OBJ', 'accede to OBJ', 'become|be|remain member of BODY', 'become part of OBJ', 'enter BODY', 'integrate into|with OBJ', 'unite|unify|reunify|merge with OBJ'],
    nouns: ['accession to OBJ', 'membership in|of BODY', 'integration with|into OBJ', 'entry into|to BODY', 'unification|reunification|union with OBJ'],
    examples: [
      ['Veloria joined the Northern Union in 2004.', 'Veloria > Northern Union affirmed'],
      ['Veloria plans to join the Northern Union.', 'Veloria > Northern Union prospective'],
      ['Veloria has not joined the Northern Union.', 'Veloria > Northern Union negated'],
      ['Remote parts of Tarn and the best part of Nelu.'],
    ],
  },
  {
    relation: 'part-of',
    verbs: ['be|remain part of OBJ'],
    nouns: [],
    examples: [
      ['Tarn is part of Ostmark.', 'Tarn > Ostmark affirmed'],
      ['Tarn is not an integral part of Ostmark.', 'Tarn > Ostmark negated'],
    ],
  },
  {
    relation: 'leave',
    verbs: ['leave|quit|exit BODY', 'withdraw from BODY', 'secede from OBJ', 'pull out of BODY'],
    nouns: ['withdrawal|exit from BODY', 'secession from OBJ'],
    examples: [
      ['Veloria quit the Northern Union.', 'Veloria > Northern Union affirmed'],
      ['Veloria should have been withdrawn from the Northern Union.'],
      ['Veloria left Tarn for the summer.'],
    ],
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
    examples: [
      ['Ostmark invaded Tarn.', 'Ostmark > Tarn affirmed'],
      ['The bombs in Ostmark and the attack in Tarn made news.'],
    ],
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
    relation: 'establish-ties',
    ends: true,
    verbs: ['cut|sever|break tie|relation|ties|relations with OBJ'],
    nouns: [],
    examples: [['Veloria severed diplomatic relations with Ostmark.', 'Veloria > Ostmark withdrawn']],
  },
  {
    relation: 'ally',
    verbs: ['ally with OBJ', 'be|remain|become ally of OBJ'],
    nouns: ['alliance with OBJ'],
    examples: [['Ostmark remains an ally of Nelu.', 'Ostmark > Nelu affirmed']],
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
