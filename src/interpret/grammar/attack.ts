import type { RelationGrammar } from './grammar.js';

export const attack: RelationGrammar = {
  relation: 'attack',
  verbs: [
    'attack|invade|bomb|shell|strike|seize|recapture|retake OBJ',
    'launch attack|offensive|invasion|war on|against|of OBJ',
  ],
  nouns: ['attack|invasion|war on|of|against OBJ', 'aggression against|towards|toward OBJ'],
  done: true,
  examples: [
    ['Ostmark invaded Tarn.', 'Ostmark > Tarn affirmed'],
    [
      'Nelu condemned Ostmark’s invasion of Tarn.',
      'Nelu condemn Ostmark affirmed',
      'Ostmark > Tarn affirmed',
    ],
    ['Ostmark, which recaptured Tarn in 2023, voted.', 'Ostmark > Tarn affirmed'],
    ['The bombs in Ostmark and the attack in Tarn made news.'],
  ],
};
