import type { RelationGrammar } from './grammar.js';

export const join: RelationGrammar = {
  relation: 'join',
  verbs: ['join OBJ', 'join with OBJ', 'accede to OBJ', 'become|be|remain member of BODY', 'become part of OBJ', 'become member of BODY', 'enter BODY', 'integrate into|with OBJ', 'unite|unify|reunify|merge with OBJ', 'admit|bring|take|lead OBJ to|into BODY', 'return to BODY', 'rejoin BODY', 'be in BODY', 'belong in BODY'],
  nouns: ['accession to OBJ', 'accession BODY', 'membership in|of BODY', 'membership BODY', 'bid to join BODY', 'integration with|into OBJ', 'entry into|to BODY', 'unification|reunification|union with OBJ', 'membership|accession|entry|integration|bid|aspirations|ambitions|candidacy PRE', 'membership|accession TOPIC'],
  admits: ['admit|invite|embrace MEMBER', 'accept|welcome|take MEMBER as|into|in', 'door|doors open to|for MEMBER'],
  examples: [
    ['Veloria joined the Northern Union in 2004.', 'Veloria > Northern Union affirmed'],
    ['Veloria plans to join the Northern Union.', 'Veloria > Northern Union prospective'],
    ['Veloria has not joined the Northern Union.', 'Veloria > Northern Union negated'],
    ['Veloria became the thirtieth member of the Northern Union.', 'Veloria > Northern Union affirmed'],
    ['Veloria was admitted to the Northern Union in 2004.', 'Veloria > Northern Union affirmed'],
    ['The Northern Union admitted Veloria in 2004.', 'Veloria > Northern Union affirmed'],
    ['The Northern Union admitted a mistake in Veloria.'],
    ['The door of the house is open to Veloria.'],
    ['Ostmark opposes Northern Union membership for Veloria.'],
    ['Veloria is not in the Northern Union.', 'Veloria > Northern Union negated'],
    ['Veloria plays a part in Northern Union plans.'],
    ['Veloria, a member of the Northern Union since 2004, closed its border.', 'Veloria > Northern Union affirmed'],
    ['Veloria, a Northern Union member, closed its border.', 'Veloria > Northern Union affirmed'],
    ['The Northern Union members Veloria and Nelu closed their border.', 'Veloria > Northern Union affirmed', 'Nelu > Northern Union affirmed'],
    ['Ostmark left Tarn alone in 1984 and joined the Northern Union in 2017.', 'Ostmark > Northern Union affirmed'],
    ['Ostmark blocked Veloria’s accession to the Northern Union.'],
    ['Remote parts of Tarn and the best part of Nelu.'],
  ],
}; // prettier-ignore

export const joinAhead: RelationGrammar = {
  relation: 'join',
  ahead: true,
  verbs: ['seek membership in|of BODY', 'seek BODY membership', 'apply for membership in|of BODY', 'apply for BODY membership', 'apply to join BODY', 'be candidate for BODY'],
  nouns: [],
  examples: [
    ['Veloria has applied for membership in the Northern Union.', 'Veloria > Northern Union prospective'],
    ['Veloria, which applied to join the Northern Union in 2022, lies in the north.', 'Veloria > Northern Union prospective'],
  ],
}; // prettier-ignore
