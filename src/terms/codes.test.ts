import { describe, expect, it } from 'vitest';
import { codesOf } from './codes.js';
import { polarities, relations } from './vocabulary.js';

// Event types of PLOVER 2; a code outside of them would be refused by every reader of it.
const plover = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT', 'ACCUSE', 'REQUEST', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']); // prettier-ignore

describe('codes of relations', () => {
  it.each(relations)('%s has codes that exist, at every polarity', (relation) => {
    for (const polarity of polarities) {
      const { plover: type } = codesOf({ relation, polarity });
      if (type !== null) expect(plover).toContain(type);
    }
  });

  it('tells no event of what is to come, and none for recognition', () => {
    expect(codesOf({ relation: 'attack', polarity: 'affirmed' }).plover).toBe('ASSAULT');
    expect(codesOf({ relation: 'attack', polarity: 'prospective' }).plover).toBeNull();
    expect(codesOf({ relation: 'sanction', polarity: 'withdrawn' }).plover).toBe('CONCEDE');
    expect(codesOf({ relation: 'recognize', polarity: 'affirmed' }).plover).toBeNull();
  });

  it('links what FollowTheMoney can link', () => {
    expect(codesOf({ relation: 'join', polarity: 'affirmed' }).followTheMoney).toEqual({ schema: 'Membership', subject: 'member', object: 'organization' }); // prettier-ignore
    expect(codesOf({ relation: 'join', polarity: 'negated' }).followTheMoney).toBeNull();
  });
});
