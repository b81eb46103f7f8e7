import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../bench/predict/ledger.js';
import { createEngine } from '../attribute/create-engine.js';
import { recordSchema, type LedgerRecord } from '../terms/record.js';
import { differencesBetween } from './versions.js';

const articles = fileURLToPath(new URL('../../cases/articles/', import.meta.url));
const withVersions = readdirSync(articles).filter((slug) => existsSync(join(articles, slug, 'v2')));

describe.each(withVersions)('case %s, which has two versions', (slug) => {
  const expected: unknown = JSON.parse(readFileSync(join(articles, slug, 'differences.json'), 'utf8'));
  const record = (version: string): LedgerRecord => recordSchema.parse(JSON.parse(readFileSync(join(articles, slug, version, 'expected.json'), 'utf8'))); // prettier-ignore

  it('gives exactly the expected differences, from its expected records', () => {
    const { paragraphs, ...found } = differencesBetween(record('v1'), record('v2'));
    expect(found).toEqual(expected);
    expect(paragraphs).not.toHaveLength(0);
  });

  it('gives them from what the program finds', async () => {
    const [v1, v2] = await Promise.all(['v1', 'v2'].map((v) => recordOf(join(articles, slug, v), createEngine()))); // prettier-ignore
    const { paragraphs, ...found } = differencesBetween(v1!, v2!);
    expect(found).toEqual(expected);
    expect(paragraphs).toHaveLength(1);
  });
});

/** A record of sentences "source cue content"; `label` names Ilmaria in the outlet's voice. */
function made(
  lines: readonly [source: string, cue: string, content: string][],
  label?: string,
): LedgerRecord {
  // prettier-ignore
  let text = '';
  const statements = lines.map(([source, cue, content]): LedgerRecord['statements'][number] => {
    const start = text.length;
    text += `${source} ${cue} ${content}.\n\n`;
    const at = start + source.length + 1;
    return {
      kind: 'indirect', source: [[start, start + source.length]], cue: [[at, at + cue.length]],
      content: [[at + cue.length + 1, at + cue.length + 1 + content.length]], cueLemma: cue,
      speaker: { mention: source, entity: source, type: 'person', role: null },
      medium: null, relay: null, act: 'assert', edits: [], about: [],
    }; // prettier-ignore
  });
  const start = text.length;
  text += label ?? 'The end';
  const article = { url: null, outlet: 'Courier', title: 'Talks', authors: [], published: null, language: 'en', text }; // prettier-ignore
  const designations = label === undefined ? [] : [{ entity: 'Ilmaria', label, marks: [], voice: 'outlet' as const, spans: [[start, start + label.length] as const] }]; // prettier-ignore
  return { article, statements, positions: [], relations: [], designations };
}

const toval: [string, string, string] = ['Toval', 'said', 'the talks will go on in spring'];
const vell: [string, string, string] = ['Vell', 'said', 'the road should be closed at once'];
const kinds = (before: LedgerRecord, after: LedgerRecord) =>
  differencesBetween(before, after).statements.map((d) => (d.kind === 'changed' ? d.what.join('+') : d.kind));

describe('differences between versions', () => {
  it.each<[string, LedgerRecord, LedgerRecord, string[]]>([
    ['nothing', made([toval, vell]), made([toval, vell]), []],
    ['a statement more', made([toval]), made([toval, vell]), ['added']],
    ['a statement less', made([toval, vell]), made([vell]), ['removed']],
    ['two in another order', made([toval, vell]), made([vell, toval]), []],
    ['a word', made([toval]), made([[...toval.slice(0, 2), 'the talks will go on in May'] as never]), ['wording']],
    ['a speaker', made([toval]), made([['Strand', toval[1], toval[2]]]), ['speaker']],
    ['a cue', made([toval]), made([[toval[0], 'claimed', toval[2]]]), ['cue']],
    ['a cue and words', made([toval]), made([[toval[0], 'claimed', 'the talks will end in spring']]), ['wording+cue']],
    ['another statement in its place', made([toval]), made([['Vell', 'warned', 'nobody reads old treaties']]), ['removed', 'added']],
    ['kinds of quotation marks', made([['Toval', 'said', '“never” – he']]), made([['Toval', 'said', '"never" - he']]), []],
  ])('tells %s', (_, before, after, expected) => {
    expect(kinds(before, after)).toEqual(expected);
  }); // prettier-ignore

  it('tells another name for the same entity, in the same voice', () => {
    const { labels } = differencesBetween(made([toval], 'the so-called republic'), made([toval], 'the republic')); // prettier-ignore
    expect(labels).toEqual([{ entity: 'Ilmaria', voice: null, before: 'the so-called republic', after: 'the republic' }]); // prettier-ignore
    expect(differencesBetween(made([toval]), made([toval], 'the republic')).labels).toMatchObject([{ before: null }]); // prettier-ignore
  });

  it('parts counts of views and times from material changes', () => {
    const text = (words: string) => {
      const record = made([toval]);
      return { ...record, article: { ...record.article, text: `${record.article.text}\n\n${words}` } };
    };
    const change = (a: string, b: string) => differencesBetween(text(a), text(b)).text;
    expect(change('1,204 views', '1,311 views')).toBe('noise');
    expect(change('Updated: 5 May 2024, 10:32 GMT', 'Updated 6 hours ago')).toBe('noise');
    expect(change('He said “no”.', 'He said "no".')).toBe('noise');
    expect(change('Two shots were fired on 5 May.', 'Two shots were fired on 6 May.')).toBe('material');
    expect(change('10 died.', '12 died.')).toBe('material');
    expect(change('same', 'same')).toBe('same');
  });
});
