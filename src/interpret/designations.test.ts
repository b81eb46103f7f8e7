import { describe, expect, it } from 'vitest';
import type { ArticleEntity } from '../terms/resolution.js';
import { findDesignations } from './designations.js';

const entities = ['Veloria', 'Ostmark', 'Tarn'].map((name): ArticleEntity => ({ name, type: 'place', role: null, mentions: [] })); // prettier-ignore
const opening = 'Ostmark does not recognise the breakaway region of Tarn. ';

/** Labels behind the opening, which tells that Tarn is contested, as "entity: label [marks]". */
function labelsOf(sentence: string): string[] {
  return findDesignations(opening + sentence, [], { speakers: [], entities })
    .filter(({ spans }) => spans.some(([start]) => start >= opening.length))
    .map(({ entity, label, marks }) => `${entity}: ${label} [${marks.join(', ')}]`);
}

describe('designations', () => {
  it.each([
    ['He spoke of the “so-called state” again.', 'Tarn: so-called state [so-called, “so-called state”]'],
    ['He called it a pseudo-state, and the pseudo-state replied.', 'Tarn: a pseudo-state [pseudo-state]', 'Tarn: the pseudo-state [pseudo-state]'],
    ['He said the separatist regime had laid down its arms.', 'Tarn: the separatist regime [separatist, regime]'],
    ['The occupied land is not theirs to give.', 'Tarn: The occupied land [occupied]'],
    ['The de facto authorities in Tarn closed two schools.', 'Tarn: The de facto authorities [de facto]'],
    ['Veloria’s “foreign minister” said no.', 'Veloria: Veloria’s “foreign minister” [“foreign minister”]'],
    ['The land is flat, and its tax regime is mild.'],
    ['The Velorian-backed plan for an occupied building failed.'],
  ])('%s', (sentence, ...labels) => {
    expect(labelsOf(sentence)).toEqual(labels);
  }); // prettier-ignore
});
