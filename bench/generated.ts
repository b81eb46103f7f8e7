/**
 * Generated articles, always the same: words come as often as in news (src/link/utterances/frequencies.json), speakers and
 * outlets by Zipf's law, and one article in ten is a copy of an earlier one.
 */
import { readFileSync } from 'node:fs';
import type { LedgerRecord } from '../src/terms/record.js';
import { acts, polarities } from '../src/terms/vocabulary.js';
import { fillings } from './linking/families.js';
import { seeded } from './linking/generate.js';

const frequencies = JSON.parse(
  readFileSync(new URL('../src/link/utterances/frequencies.json', import.meta.url), 'utf8'),
) as { statements: Record<string, number> };
const vocabulary = Object.entries(frequencies.statements);
const total = vocabulary.reduce((sum, [, n]) => sum + n, 0);
const cumulative: number[] = [];
vocabulary.reduce((sum, [, n], i) => (cumulative[i] = sum + n), 0);
export const statementsAnArticle = 15;
/** Milliseconds since 1970. */
export const firstDay = Date.UTC(2022, 0, 1);

export type Random = () => number;

/** A word, as often as news has it. */
export function word(random: Random): string {
  const at = random() * total;
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low]![0];
}

/** The name of a rank, always the same. */
export function name(rank: number): string {
  const random = seeded(rank);
  const part = () => 'ba dro fa gri ja kle la mo na sa te vi'.split(' ')[Math.floor(random() * 12)]!;
  const capital = (s: string) => s.charAt(0).toUpperCase() + s.slice(1);
  return `${capital(part() + part())} ${capital(part() + part() + part())}${rank % 7 === 0 ? 'nov' : 'rek'}`;
}

/** Zipf's law, near enough: the first of `n` about ten times as often as the tenth. */
export function ranked(random: Random, n: number): number {
  return Math.min(n - 1, Math.floor(Math.exp(random() * Math.log(n + 1))) - 1);
}

/** The nth article, always the same. Days rise with n, a thousand articles a day. */
export function articleOf(n: number): LedgerRecord {
  const source = seeded(n)() < 0.1 && n > 10 ? n - 1 - Math.floor(seeded(n + 1)() * 9) : n;
  const random = seeded(source * 7919 + 1);
  const country = () => fillings['country']![ranked(random, 15)]!;
  let text = '';
  const statements: LedgerRecord['statements'] = [];
  const relations: LedgerRecord['relations'] = [];
  for (let i = 0; i < statementsAnArticle; i++) {
    const who = name(ranked(random, 5000));
    const words = Array.from({ length: 12 + Math.floor(random() * 20) }, () => word(random)).join(' ');
    const from = text === '' ? 0 : text.length + 2;
    text += `${text === '' ? '' : '\n\n'}${who} said ${words} in ${country()}.`;
    const cue = from + who.length + 1;
    const end = text.length - 1;
    statements.push({ kind: 'indirect', source: [[from, cue - 1]], cue: [[cue, cue + 4]], content: [[cue + 5, end]], cueLemma: 'say', speaker: { mention: who, entity: who, type: 'person', role: 'minister' }, medium: null, relay: null, act: acts[ranked(random, acts.length)]!, edits: [], about: [country()], confidence: random() });
    if (i % 5 === 0) relations.push({ relation: 'recognize', subject: country(), object: country(), over: null, polarity: polarities[ranked(random, polarities.length)]!, voice: i, span: [cue + 5, end] });
  }
  const day = new Date(firstDay + Math.floor(n / 1000) * 86_400_000).toISOString().slice(0, 10);
  return { article: { url: `https://outlet-${n % 200}.example/${n}`, outlet: `Outlet ${ranked(random, 200)}`, title: `Article ${n}`, authors: [], published: day, language: 'en', text }, statements, positions: [], relations, designations: [] };
} // prettier-ignore
