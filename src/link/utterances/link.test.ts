import { describe, expect, it } from 'vitest';
import { copiedFrom, likeness, sketchOf } from './copies.js';
import { linkable, linksOf } from './group.js';
import { keysOf, sharesEnough } from './keys.js';
import { matchNames } from './speaker.js';
import { traitsOf, type Report } from './traits.js';
import { changes, differences } from './wordings.js';

let made = 0;
function report(speaker: string | null, content: string, more: Partial<Report> = {}): Report {
  const n = made++;
  return { statementId: `s${n}`, articleId: `a${n}`, day: 19_800, speaker, act: 'assert', content, ...more };
}
const linked = (a: Report, b: Report) => linksOf([linkable(b)], [linkable(a)]).length === 1;

describe('matchNames', () => {
  const match = (a: string, b: string) => matchNames(traitsOf(report(a, 'x')).name, traitsOf(report(b, 'x')).name); // prettier-ignore
  it.each([
    ['Jonas Bredik', 'Foreign Minister Jonas Bredik', 'same'],
    ['Hélène Varga', 'Helene Varga', 'same'],
    ['Toval', 'Marek Toval', 'part'],
    ['Lena Toval', 'Marek Toval', 'other'],
    ['Alan Gagloev', 'Alan Gagloyev', 'variant'],
    ['O. Kiel', 'Oskar Kiel', 'variant'],
    ['Bruno Castellan', 'Irena Castellan', 'other'],
    ['Castellan Strand', 'Castellan', 'other'],
  ])('%s, %s: %s', (a, b, match_) => {
    expect(match(a, b)).toBe(match_);
    expect(match(b, a)).toBe(match_);
  });
});

describe('linksOf', () => {
  const said = '“We will not sit at one table with those who shelled Arbeth,”';
  const retold = 'that Drovia would not sit at a table with those who had shelled Arbeth';

  it('links retellings, whoever comes first', () => {
    const [a, b] = [report('Jonas Bredik', said), report('Bredik', retold, { day: 19_801 })];
    expect(linked(a, b)).toBe(true);
    expect(linked(b, a)).toBe(true);
  });

  it('keeps other speakers, other days, other places and other numbers apart', () => {
    const a = report('Jonas Bredik', said);
    expect(linked(a, report('Irena Castellan', said))).toBe(false);
    expect(linked(a, report('Jonas Bredik', said, { day: 19_809 }))).toBe(false);
    expect(linked(a, report('Jonas Bredik', retold.replace('Arbeth', 'Lissen')))).toBe(false);
    const tents = report('Jonas Bredik', 'forty tents had gone to Lissen by road');
    expect(linked(tents, report('Jonas Bredik', 'ninety tents had gone to Lissen by road'))).toBe(false);
    expect(linked(tents, report('Jonas Bredik', '40 tents had gone to Lissen by road'))).toBe(true);
  });

  it('links one entity under two names that share nothing', () => {
    const [a, b] = ['Regional Rights Monitor', 'RRM'].map((who) => report(who, said, { entity: 'e1' }));
    expect(linked(a!, b!)).toBe(true);
    expect(linked(a!, { ...b!, entity: 'e2' })).toBe(false);
  });

  it('links the same words of a copied text where nobody is named', () => {
    const [a, b] = [report(null, 'the offer', { copies: 'c' }), report(null, 'the offer', { copies: 'c' })];
    expect(linked(a, b)).toBe(true);
    expect(linked(a, { ...b, copies: 'd' })).toBe(false);
  });

  it('finds any two in the window, and looks no farther when the ledger grows', () => {
    for (let gap = 0; gap <= 8; gap++) {
      for (let day = 19_800; day < 19_832; day++) {
        const [a, b] = [report('A Bredik', said, { day }), report('A Bredik', said, { day: day + gap })].map((r) => keysOf(traitsOf(r))); // prettier-ignore
        expect(a!.kept.filter((key) => b!.asked.name.includes(key)).length).toBeGreaterThan(1);
        expect(b!.kept.filter((key) => a!.asked.name.includes(key)).length).toBeGreaterThan(1);
      }
    }
    expect(keysOf(traitsOf(report('A Bredik', said.repeat(200)))).kept.length).toBeLessThan(200);
  });
});

describe('sharesEnough', () => {
  const none = { name: 0, entity: 0, run: 0 };
  it('takes one stem for enough where there are few, or where the names have nothing in common', () => {
    expect(sharesEnough({ ...none, name: 1, entity: 1 }, 9)).toBe(false);
    expect(sharesEnough({ ...none, name: 1 }, 4)).toBe(true);
    expect(sharesEnough({ ...none, entity: 1 }, 9)).toBe(true);
    expect(sharesEnough({ ...none, name: 2 }, 9)).toBe(true);
    expect(sharesEnough({ ...none, run: 1 }, 9)).toBe(true);
    expect(sharesEnough(none, 1)).toBe(false);
  });
});

describe('likeness', () => {
  const sentence = (n: number) => `The ${n}th lorry of the ${n * 7}th convoy waited at the ${n * 3}rd post until the guards of shift ${n * 5} had read it all.`; // prettier-ignore
  const text = Array.from({ length: 30 }, (_, n) => sentence(n)).join(' ');
  it('tells a cut copy from another text on the same matter', () => {
    const of = (other: string) => likeness(sketchOf(text).hashes, sketchOf(other).hashes);
    expect(of(text)).toBe(1);
    expect(of(`A line before. ${text.slice(0, text.length * 0.85)}`)).toBeGreaterThan(copiedFrom);
    expect(of(Array.from({ length: 30 }, (_, n) => sentence(n + 100)).join(' '))).toBeLessThan(0.2);
    expect(sketchOf('Too short to tell.')).toEqual({ hashes: [], bands: [] });
  });
});

describe('wordings', () => {
  const wording = (content: string, cueLemma = 'say', role: string | null = null) => ({ content, cueLemma, role }); // prettier-ignore
  it('names what fell out', () => {
    const first = wording(
      '12 ferries could perhaps sail in May only if Grodal pays',
      'say',
      'foreign minister',
    );
    expect(changes(first, wording('Twelve ferries will sail in May', 'vow'))).toEqual([
      { what: 'condition', words: 'only if Grodal pays' },
      { what: 'hedge', words: 'could … perhaps' },
      { what: 'title', words: 'foreign minister' },
      { what: 'harder cue', words: 'vow' },
    ]);
    expect(
      changes(wording('no ferry sails before 3 May'), wording('ferries sail in May', 'suggest')),
    ).toEqual([
      { what: 'negation', words: 'no' },
      { what: 'number', words: '3' },
      { what: 'softer cue', words: 'suggest' },
    ]);
    expect(changes(first, first)).toEqual([]);
    expect(changes(wording('if it rains'), wording('unless it is dry'))).toEqual([]);
  });

  it('gives both wordings back from their differences', () => {
    const [a, b] = ['the ferry will sail in May', '“In May the ferry sails,”'];
    const parts = differences(a, b);
    const without = (side: string) => parts.filter((p) => p.in !== side).map((p) => p.words).join(''); // prettier-ignore
    expect([without('other'), without('first')]).toEqual([a, b]);
  });
});
