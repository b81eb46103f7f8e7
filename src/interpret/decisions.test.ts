import { describe, expect, it } from 'vitest';
import type { Statement } from '../terms/record.js';
import type { Act } from '../terms/vocabulary.js';
import { findClaims } from './positions.js';

const opening = 'Veloria recognised Tarn on Monday.';
const told = (before: string, act: Act, content: string) => {
  const text = `${before}\n\nAna Rey of Ostmark spoke of ${content} today.`;
  const start = text.indexOf(content, before.length);
  const speaker = { mention: 'Ana Rey', entity: 'Ana Rey', type: 'person' as const, role: null };
  const statement: Statement = {
    kind: 'indirect', source: [[before.length + 2, before.length + 9]], cue: [[before.length + 21, before.length + 26]], content: [[start, start + content.length]],
    cueLemma: 'speak', speaker, medium: null, relay: null, act, edits: [], about: [],
  }; // prettier-ignore
  const entities = ['Veloria', 'Ostmark', 'Tarn'].map((name) => ({ name, type: 'place' as const, role: null, mentions: [] })); // prettier-ignore
  return findClaims(text, [statement], { speakers: [speaker], entities }).positions.map(({ stance, proposition: p }) => `${stance}: ${p.subject} ${p.relation} ${p.object}`); // prettier-ignore
};

describe('praise and blame of a decision', () => {
  it('is for or against what was told just before', () => {
    expect(told(opening, 'praise', 'the decision as historic')).toEqual(['for: Veloria recognize Tarn']);
    expect(told(opening, 'criticize', 'this step')).toEqual(['against: Veloria recognize Tarn']);
  });

  it('is silent where several decisions were told, none was, or the words say which', () => {
    expect(told(`${opening} Ostmark recognised Tarn too.`, 'praise', 'the decision')).toEqual([]);
    expect(told('Rain fell on Veloria.', 'praise', 'the decision')).toEqual([]);
    expect(told(opening, 'praise', 'the decision to close the border')).toEqual([]);
    expect(told(opening, 'assert', 'the decision')).toEqual([]);
  });
});
