import { stemmer } from 'stemmer';
import type { Statement } from '../../terms/record.js';
import { words, type Word } from '../../text/words.js';
import { numerals } from './numerals.js';
import { weightOf } from './weight.js';

/** A statement as linking sees it. */
export interface Report {
  readonly statementId: string;
  readonly articleId: string;
  /** The same for all articles that are copies of one text; left out where the article is no copy. */
  readonly copies?: string | undefined;
  /** Days since 1970-01-01: published, else recorded. */
  readonly day: number;
  /** The speaker's name as told; null where nobody is named. */
  readonly speaker: string | null;
  /** Whom that name stands for across articles; left out where that is not known. */
  readonly entity?: string | undefined;
  readonly act: Statement['act'];
  /** The words of the content. */
  readonly content: string;
}

/** What linking compares, read from a report once. */
export interface Traits {
  readonly report: Report;
  /** Words of the speaker's name without titles, accents and capitals; empty where nobody is named. */
  readonly name: readonly string[];
  /** Stems of the content in its order, function words included, marks not. */
  readonly run: readonly string[];
  /** Telling stems with their weights, in nats; function words are not among them. */
  readonly stems: ReadonlyMap<string, number>;
  /** Sum of `stems`. */
  readonly weight: number;
  readonly numbers: ReadonlySet<string>;
  /** Stems that are surely names: with a capital where none is due. */
  readonly names: ReadonlySet<string>;
  /** Says that something is not so or will not be. */
  readonly negative: boolean;
}

const functionWords = new Set(
  'a an the this that these those he she it we they i you his her its our their my your him them us me who whom which what and or but nor so as than then there here of to in on at by for from with into over under about between against out up down off is are was were be been being am do does did done has have had having will would shall should can could may might must not no n only also very just if unless while when where because though although'.split(' '),
); // prettier-ignore
const negations = /^(?:not|no|never|nobody|nothing|none|neither|nor|cannot|without|.*n['’]t)$/u;
const nameShare = 0.6;
const negativeActs: ReadonlySet<Statement['act']> = new Set(['deny', 'refuse', 'oppose']);
const titles = new Set(
  'president prime minister foreign mr mrs ms dr sir lady general gen senator sen chancellor king queen the of'.split(
    ' ',
  ),
);

/** Reads what linking compares. Content beyond the first 400 words does not count. */
export function traitsOf(report: Report): Traits {
  const all = words(report.content.slice(0, 8000));
  const list = all.filter((word) => word.letters).slice(0, 400);
  const run = list.map(({ lower }) => stemOf(lower));
  const names = namesIn(all.slice(0, 500));
  const stems = new Map<string, number>();
  const numbers = new Set<string>();
  for (const { lower } of list) {
    const number = numerals.get(lower) ?? (/^\p{N}/u.test(lower) ? lower.replace(/[^\p{N}.]/gu, '') : null);
    if (number !== null) numbers.add(number);
    if (functionWords.has(lower) || negations.test(lower)) continue;
    const stem = number ?? stemOf(lower);
    // A name tells what is spoken of, which a speaker's statements of one week share, more than what is said of it.
    stems.set(stem, weightOf(stem) * (names.has(stem) ? nameShare : 1));
  }
  return {
    report,
    name: nameWords(report.speaker),
    run,
    names,
    stems,
    weight: [...stems.values()].reduce((sum, w) => sum + w, 0),
    numbers,
    negative: negativeActs.has(report.act) || list.some(({ lower }) => negations.test(lower)),
  };
}

function namesIn(all: readonly Word[]): Set<string> {
  const found = new Set<string>();
  let due = true;
  for (const { lower, letters, capital } of all) {
    if (letters && capital && !due && !functionWords.has(lower)) found.add(stemOf(lower));
    due = !letters && lower !== ',';
  }
  return found;
}

/** Stems met before; emptied when it is full. */
const stemsMet = new Map<string, string>();
const mostMet = 50_000;

function stemOf(lower: string): string {
  const met = stemsMet.get(lower);
  if (met !== undefined) return met;
  const stem = makeStem(lower);
  if (stemsMet.size >= mostMet) stemsMet.clear();
  if (lower.length < 40) stemsMet.set(lower, stem);
  return stem;
}

function makeStem(lower: string): string {
  const plain = lower.normalize('NFD').replace(/[\u0300-\u036f]/gu, '').replace(/['’]s?$/u, ''); // prettier-ignore
  return stemmer(plain);
}

function nameWords(name: string | null): string[] {
  const plain = (name ?? '').toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/gu, ''); // prettier-ignore
  const all = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = all.filter((word) => !titles.has(word));
  return own.length === 0 ? all : own;
}
