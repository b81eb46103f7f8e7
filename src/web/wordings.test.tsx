import { describe, expect, it } from 'vitest';
import type { ReportView, StatementRow } from '../ledger/ledger.js';
import { Wordings } from './wordings.js';

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
