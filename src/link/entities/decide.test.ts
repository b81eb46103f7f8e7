import { describe, expect, it } from 'vitest';
import { decide, type Candidate, type Mention } from './decide.js';

const census = { entities: 1000, surname: 1, given: 5 };
const mention = (name: string, more: Partial<Mention> = {}): Mention => ({ name, type: 'person', roles: [], companions: [], day: null, ...more }); // prettier-ignore
const candidate = (entityId: string, name: string, more: Partial<Candidate> = {}): Candidate => ({ entityId, type: 'person', names: [{ told: name, of: entityId }], roles: [], companions: new Set(), company: more.companions?.size ?? 0, days: null, ...more }); // prettier-ignore
const joined = (one: Mention, all: readonly Candidate[], of = census) => {
  const decision = decide(one, all, of);
  return decision.outcome === 'joins' ? decision.entityId : null;
};

describe('whom a name stands for', () => {
  it('joins the same rare name, and founds where there is nobody', () => {
    expect(joined(mention('Marek Toval'), [candidate('a', 'Marek Toval')])).toBe('a');
    expect(joined(mention('Marek Toval'), [candidate('a', 'Lena Toval')])).toBeNull();
    expect(joined(mention('Marek Toval'), [])).toBeNull();
  });

  it('never joins by a surname alone, but by surname, role and company', () => {
    const known = candidate('a', 'Marek Toval', { roles: ['leader of Ilmaria'], companions: new Set(['r']) });
    expect(joined(mention('Toval'), [known])).toBeNull();
    const told = mention('Toval', { roles: ['Ilmarian leader'], companions: [{ entityId: 'r', isPerson: true }] }); // prettier-ignore
    expect(joined(told, [known])).toBe('a');
  });

  it('joins an initial only with a role or company, and not where two fit', () => {
    const known = candidate('a', 'Marek Toval', { roles: ['leader of Ilmaria'] });
    expect(joined(mention('M. Toval'), [known])).toBeNull();
    expect(joined(mention('M. Toval', { roles: ['leader of Ilmaria'] }), [known])).toBe('a');
    const twin = candidate('b', 'Mira Toval', { roles: ['leader of Ilmaria'] });
    expect(joined(mention('M. Toval', { roles: ['leader of Ilmaria'] }), [known, twin])).toBeNull();
  });

  it('parts namesakes of a common name by role, and stays silent between two that fit alike', () => {
    const common = { entities: 1000, surname: 40, given: 60 };
    const two = [
      candidate('a', 'Ivan Petrov', { roles: ['mayor of Teska'] }),
      candidate('b', 'Ivan Petrov', { roles: ['poet from Selmont'] }),
    ];
    expect(joined(mention('Ivan Petrov', { roles: ['poet from Selmont'] }), two, common)).toBe('b');
    expect(joined(mention('Ivan Petrov'), two, common)).toBeNull();
  });

  it('keeps kinds apart: a person, a body, a work', () => {
    expect(joined(mention('Red Lantern', { type: 'organization' }), [candidate('a', 'Red Lantern')])).toBeNull(); // prettier-ignore
    const body = candidate('a', 'Red Lantern', { type: 'organization' });
    expect(joined(mention('The Red Lantern', { type: 'organization' }), [body])).toBe('a');
    expect(joined(mention('foreign ministry', { type: 'organization' }), [candidate('a', 'foreign ministry', { type: 'organization' })])).toBeNull(); // prettier-ignore
  });

  it('tells why, and how sure it is', () => {
    const decision = decide(mention('Marek Toval', { roles: ['leader'] }), [candidate('a', 'Marek Toval', { roles: ['leader of Ilmaria'] })], census); // prettier-ignore
    expect(decision).toMatchObject({ outcome: 'joins', entityId: 'a' });
    expect(decision.reasons.map(({ kind }) => kind)).toEqual(['full', 'role']);
    expect(decision.outcome === 'joins' && decision.score > 0.95 && decision.score <= 1).toBe(true);
  });
});
