import { diffArrays, diffWordsWithSpace } from 'diff';
import type { LedgerRecord, Statement } from '../terms/record.js';
import { slice, sliceAll } from '../terms/span.js';

/** A statement as one version has it; `index` into that record's statements. */
export interface VersionStatement {
  readonly index: number;
  /** The words under each content span, joined by a space. */
  readonly words: string;
  readonly cue: string;
  /** The speaker's name, else the words that name the source; null where there are none. */
  readonly speaker: string | null;
}

export type StatementChange = 'wording' | 'speaker' | 'cue';

/** A statement that one version has and the other has not, or has otherwise. */
export type StatementDifference =
  | { readonly kind: 'added'; readonly after: VersionStatement }
  | { readonly kind: 'removed'; readonly before: VersionStatement }
  | { readonly kind: 'changed'; readonly what: readonly StatementChange[]; readonly before: VersionStatement; readonly after: VersionStatement }; // prettier-ignore

/** A name given to an entity in one voice that the other version does not use, with what it uses instead. */
export interface LabelDifference {
  readonly entity: string;
  /** The speaker whose word it is; null for the outlet's own. */
  readonly voice: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** Words of a paragraph: kept, added or removed. */
export interface WordRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly words: string;
}

/** What changed from one version of an article to another. Strings come from strangers. */
export interface VersionDifferences {
  /** `noise`: nothing but counts of views, times of day, kinds of quotation marks and dashes. */
  readonly text: 'same' | 'noise' | 'material';
  readonly fields: readonly { readonly field: 'title' | 'outlet' | 'authors'; readonly before: string | null; readonly after: string | null }[]; // prettier-ignore
  /** Changed, added and removed paragraphs of a material change, in text order, each by its words. */
  readonly paragraphs: readonly (readonly WordRun[])[];
  /** In the order of the newer text, removed ones where they stood. */
  readonly statements: readonly StatementDifference[];
  readonly labels: readonly LabelDifference[];
}

/** Below this share of words in common two statements are two statements, unless all else of them is the same. */
const alike = 0.5;
const alikeInPlace = 0.25;

/** What changed from one version of an article to another, both read by the same engine. */
export function differencesBetween(before: LedgerRecord, after: LedgerRecord): VersionDifferences {
  const text = textChange(before.article.text, after.article.text);
  return {
    text,
    fields: fieldsChanged(before, after),
    paragraphs: text === 'material' ? paragraphsChanged(before.article.text, after.article.text) : [],
    statements: statementsChanged(before, after),
    labels: labelsChanged(before, after),
  };
}

function fieldsChanged(
  { article: a }: LedgerRecord,
  { article: b }: LedgerRecord,
): VersionDifferences['fields'] {
  // prettier-ignore
  const pairs = [
    ['title', a.title, b.title],
    ['outlet', a.outlet, b.outlet],
    ['authors', a.authors.join(', ') || null, b.authors.join(', ') || null],
  ] as const;
  return pairs
    .filter(([, x, y]) => plain(x ?? '') !== plain(y ?? ''))
    .map(([field, x, y]) => ({ field, before: x, after: y }));
}

/** One kind of quotation mark, dash and space: editors and templates change these without changing a word. */
function plain(text: string): string {
  return text
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .replace(/[–—−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

const noise =
  /\b(?:last|updated?|published|posted|modified|on|at|ago|just|now|by|views?|shares?|comments?|likes?|reads?|min(?:ute)?s?|hours?|days?|seconds?|read|time|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|am|pm|gmt|utc|[ecmp][ds]?t|cest|[kmb])\b/giu;

/** A line of counts and times alone. A sentence about times has other words too. */
function isNoise(paragraph: string): boolean {
  return paragraph.length < 120 && !/\p{L}/u.test(paragraph.replace(/\d[\d.,:]*(?:st|nd|rd|th|[kmb])?/giu, ' ').replace(noise, ' ')); // prettier-ignore
}

const paragraphsOf = (text: string) => text.split(/\n{2,}/u);

function textChange(before: string, after: string): VersionDifferences['text'] {
  if (before === after) return 'same';
  const material = (text: string) => paragraphsOf(text).filter((p) => !isNoise(p)).map(plain).join('\n'); // prettier-ignore
  return material(before) === material(after) ? 'noise' : 'material';
}

function paragraphsChanged(before: string, after: string): WordRun[][] {
  const found: WordRun[][] = [];
  let removed: string[] = [];
  const comparator = (a: string, b: string) => plain(a) === plain(b);
  const keep = (text: string) => paragraphsOf(text).filter((p) => !isNoise(p));
  const end = (): void => {
    for (const words of removed.splice(0)) found.push([{ kind: 'removed', words }]);
  };
  for (const part of diffArrays(keep(before), keep(after), { comparator })) {
    if (part.removed) removed = [...part.value];
    else {
      if (part.added) {
        for (const words of part.value) {
          const old = removed.shift();
          found.push(old === undefined ? [{ kind: 'added', words }] : wordsChanged(old, words));
        }
      }
      end();
    }
  }
  end();
  return found;
}

/** The words of two texts in order: same, removed, added. */
export function wordsChanged(before: string, after: string): WordRun[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    words: value,
  }));
}

function statementsChanged(before: LedgerRecord, after: LedgerRecord): StatementDifference[] {
  const old = before.statements.map((statement, index) => statementOf(before, statement, index));
  const now = after.statements.map((statement, index) => statementOf(after, statement, index));
  const pairs = pairUp(old, now);
  const partners = new Set(pairs.values());
  const found: { at: number; difference: StatementDifference }[] = [];
  now.forEach((statement, i) => {
    const partner = pairs.get(i);
    if (partner === undefined) found.push({ at: i, difference: { kind: 'added', after: statement } });
    else {
      const what = changesOf(before.statements[partner]!, old[partner]!, after.statements[i]!, statement);
      if (what.length > 0) found.push({ at: i, difference: { kind: 'changed', what, before: old[partner]!, after: statement } }); // prettier-ignore
    }
  });
  old.forEach((statement, i) => {
    if (!partners.has(i)) found.push({ at: i - 0.5, difference: { kind: 'removed', before: statement } });
  });
  return found.sort((a, b) => a.at - b.at).map(({ difference }) => difference);
}

function statementOf(
  { article: { text } }: LedgerRecord,
  statement: Statement,
  index: number,
): VersionStatement {
  // prettier-ignore
  const { content, cue, speaker } = statement;
  return {
    index,
    words: content.map((span) => slice(text, span)).join(' '),
    cue: sliceAll(text, cue),
    speaker: speaker.entity ?? speaker.mention,
  };
}

/** Pairs statements of two versions, the most alike first. @returns index in the newer → index in the older. */
function pairUp(old: readonly VersionStatement[], now: readonly VersionStatement[]): Map<number, number> {
  const oldBags = old.map(({ words }) => bagOf(words));
  const candidates = now.flatMap((b, i) => {
    const bag = bagOf(b.words);
    return old.flatMap((a, j) => {
      const share = shareOf(oldBags[j]!, bag);
      const same = Number(a.speaker === b.speaker) + Number(a.cue === b.cue);
      const enough = share >= alike || (same === 2 && share >= alikeInPlace);
      return enough ? [{ i, j, score: share + same / 20 - Math.abs(i - j) / 10_000 }] : [];
    });
  });
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of candidates.sort((a, b) => b.score - a.score)) {
    if (pairs.has(i) || taken.has(j)) continue;
    pairs.set(i, j);
    taken.add(j);
  }
  return pairs;
}

type Bag = ReadonlyMap<string, number>;

function bagOf(words: string): Bag {
  const bag = new Map<string, number>();
  for (const [word] of words.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) bag.set(word, (bag.get(word) ?? 0) + 1); // prettier-ignore
  return bag;
}

/** Dice's share of words in common, in [0, 1]. */
function shareOf(a: Bag, b: Bag): number {
  let [common, all] = [0, 0];
  for (const [word, times] of a) {
    common += Math.min(times, b.get(word) ?? 0);
    all += times;
  }
  for (const times of b.values()) all += times;
  return all === 0 ? 1 : (2 * common) / all;
}

function changesOf(
  { speaker: a }: Statement,
  before: VersionStatement,
  { speaker: b }: Statement,
  after: VersionStatement,
): StatementChange[] {
  // Where one version's speaker is not known, the words that name the source decide: silence is no other speaker.
  const both = a.entity !== null && b.entity !== null;
  const speaker = both ? a.entity !== b.entity : plain(a.mention ?? '') !== plain(b.mention ?? '');
  return [
    ...(plain(before.words) === plain(after.words) ? [] : (['wording'] as const)),
    ...(speaker ? (['speaker'] as const) : []),
    ...(plain(before.cue) === plain(after.cue) ? [] : (['cue'] as const)),
  ];
}

interface Label {
  readonly entity: string;
  readonly voice: string | null;
  readonly label: string;
  readonly times: number;
}

function labelsChanged(before: LedgerRecord, after: LedgerRecord): LabelDifference[] {
  const [old, now] = [labelsOf(before), labelsOf(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys.flatMap((key) => {
    const [a, b] = [old.get(key) ?? new Map<string, Label>(), now.get(key) ?? new Map<string, Label>()];
    const [entity, voice] = JSON.parse(key) as [string, string | null];
    const fewer = [...a.values()].filter(({ label, times }) => times > (b.get(label)?.times ?? 0));
    const more = [...b.values()].filter(({ label, times }) => times > (a.get(label)?.times ?? 0));
    const paired = Math.min(fewer.length, more.length);
    // A name that is merely used more often or less often is no other name.
    const gone = fewer.slice(paired).filter(({ label }) => !b.has(label));
    const come = more.slice(paired).filter(({ label }) => !a.has(label));
    return [
      ...fewer.slice(0, paired).map(({ label }, i) => ({ entity, voice, before: label, after: more[i]!.label })), // prettier-ignore
      ...gone.map(({ label }) => ({ entity, voice, before: label, after: null })),
      ...come.map(({ label }) => ({ entity, voice, before: null, after: label })),
    ];
  });
}

/** Labels by entity and voice, and how often each stands there. */
function labelsOf({ designations, statements }: LedgerRecord): Map<string, Map<string, Label>> {
  const found = new Map<string, Map<string, Label>>();
  for (const { entity, label, voice, spans } of designations) {
    const speaker = voice === 'outlet' ? null : statements[voice]?.speaker;
    const name = speaker == null ? null : (speaker.entity ?? speaker.mention);
    const key = JSON.stringify([entity, name]);
    const labels = found.get(key) ?? new Map<string, Label>();
    const times = (labels.get(label)?.times ?? 0) + spans.length;
    labels.set(label, { entity, voice: name, label, times });
    found.set(key, labels);
  }
  return found;
}
