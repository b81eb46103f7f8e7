import { describe, expect, it } from 'vitest';
import type { ArticleEntity } from '../terms/resolution.js';
import { grammars } from './grammar/index.js';
import { findClaims } from './positions.js';

const invented = ['Veloria', 'Ostmark', 'Nelu', 'Tarn', 'Northern Union'];
const entities = invented.map((name): ArticleEntity => ({ name, type: 'place', role: null, mentions: [] }));
const rows = grammars.flatMap(({ relation, examples }) =>
  examples.map(([sentence, ...expected]) => ({ relation, sentence, expected })),
);

describe('relations in the outlet’s voice', () => {
  it.each(rows)('$relation: $sentence', ({ relation, sentence, expected }) => {
    const { relations } = findClaims(sentence, [], { speakers: [], entities });
    expect(relations.map((r) => `${r.subject} ${r.relation} ${r.object} ${r.polarity}`)).toEqual(
      expected.map((told) => told.replace('>', relation)),
    );
    for (const { voice } of relations) expect(voice).toBe('outlet');
  });
});
