import { describe, expect, it } from 'vitest';
import type { ReportView, StatementRow } from '../ledger/ledger.js';
import { differences } from '../link/utterances/wordings.js';
import { gathered, Wordings } from './wordings.js';

const statement = (id: string, words: string) =>
  ({ id, contentTexts: [words], cueText: 'said', speaker: { entity: null, mention: 'He' }, article: { outlet: '<b>' } }) as unknown as StatementRow; // prettier-ignore
const first: ReportView = { statement: statement('a', 'not now'), day: '2024-05-01', copyOf: null, chain: [], differences: null, changes: [] }; // prettier-ignore
const other: ReportView = { ...first, statement: statement('b', 'now'), differences: [{ words: 'not', in: 'first' }, { words: 'now', in: 'both' }], changes: [{ what: 'negation', words: 'not' }] }; // prettier-ignore
const render = (node: unknown) => String(node);
const shown = (reports: ReportView[]) => render(<Wordings utterance={{ id: 'a', reports, independent: 2, outlets: [] }} id="b" />); // prettier-ignore

describe('Wordings', () => {
  it('strikes out what the earliest alone has, names the change, and leads to the other statements', () => {
    const html = shown([first, other]);
    expect(html).toContain('<del>not</del> now');
    expect(html).toContain('negation: not');
    expect(html).toContain('href="/statements/a"');
    expect(html).not.toContain('href="/statements/b"');
    expect(html).not.toContain('<b>');
  });

  it('says nothing of an utterance that one article alone reports', () => {
    expect(shown([first])).not.toContain('Wordings');
  });
});

it('gathers changes that single shared words would cut to pieces, and keeps the words of each side whole', () => {
  const [first, other] = ['As long as Selmont speaks of us as of some district, no', 'The bridge will not open so long as Selmont treats us as a district, no']; // prettier-ignore
  const shown = gathered(differences(first, other));
  expect(shown.length).toBeLessThan(differences(first, other).length);
  const letters = (text: string) => text.replace(/\s+/gu, '');
  const side = (is: 'first' | 'other') => letters(shown.filter((part) => part.in === 'both' || part.in === is).map(({ words }) => words).join('')); // prettier-ignore
  expect(side('first')).toBe(letters(first));
  expect(side('other')).toBe(letters(other));
  expect(gathered([{ words: 'not ', in: 'first' }, { words: 'now or never', in: 'both' }])).toEqual([{ words: 'not', in: 'first' }, { words: 'now or never', in: 'both' }]); // prettier-ignore
});
