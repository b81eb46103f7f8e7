import type { TrailEntry } from '../terms/trail.js';
import { boilerplate, isListHead } from './boilerplate.js';
import { left } from './reading.js';

const listed = /^(?:[-•*–]\s*)?(?:\d{1,2}[.)]?\s+|[-•*–]\s+)\S/u;
/** How prose ends; a headline may end in a question or exclamation mark, or in a quotation. */
const proseEnd = /[.…:;,。।۔։]["'”’»)\]]*$/u;
const sentenceEnd = /[.!?…:;。！？।۔؟։]["'”’»)\]]*$|["”»]$/u;
const quotation = /^["“„«].*["”»“]$/u;
const longestHeadline = 160;

/** What is left of a text, and what was left out. */
interface PlainText {
  /** The line that stands over it as a title does; null where none does. */
  readonly title: string | null;
  /** "By Ada Berg", where it stands before the first line of prose. */
  readonly byline: string | null;
  readonly paragraphs: string[];
  readonly trail: TrailEntry[];
}

/**
 * The paragraphs of a scraped or pasted text, without the lines that belong to the page around it: menus, share counts,
 * notes on cookies and newsletters, lists of headlines, comments. A line that tells of somebody's speech, or ends as a
 * sentence does and is none of the set phrases, is prose and stays.
 */
export function paragraphsOfText(text: string): PlainText {
  const lines = linesOf(text.replace(/\r\n?/gu, '\n').replace(/\0/gu, '\ufffd'));
  const reasons: (string | null)[] = lines.map(boilerplate);
  dropListsUnderHeads(lines, reasons);
  dropMarkedLists(lines, reasons);
  dropRuns(lines, reasons);
  dropComments(lines, reasons);
  const title = takeTitle(lines, reasons);
  const trail = lines
    .flatMap((line, i) => (reasons[i] == null ? [] : [left('line', reasons[i], line)]))
    .slice(0, 500);
  return {
    title,
    byline: bylineOf(lines, reasons),
    paragraphs: lines.filter((_, i) => reasons[i] === null),
    trail,
  };
}

/** The lines of a text; where it was broken by width, as mail is, the lines of a paragraph are put together. */
function linesOf(text: string): string[] {
  const clean = (line: string) => line.replace(/\s+/gu, ' ').trim();
  const blocks = text.split(/\n\s*\n/u).map((block) => block.split('\n').map(clean).filter((line) => line !== '')); // prettier-ignore
  const inner = blocks.flatMap((block) => block.slice(0, -1));
  const broken = inner.filter((line) => line.length >= 45 && line.length <= 120 && !sentenceEnd.test(line)); // prettier-ignore
  const byWidth = inner.length >= 4 && broken.length >= 0.6 * inner.length;
  return byWidth ? blocks.map((block) => block.join(' ')).filter((line) => line !== '') : blocks.flat();
}

type Reasons = (string | null)[];

const isHeadline = (line: string) => line.length <= longestHeadline && !proseEnd.test(line) && !quotation.test(line); // prettier-ignore

/** Headlines that follow "Related stories" and its like, up to the first line that is prose. */
function dropListsUnderHeads(lines: readonly string[], reasons: Reasons): void {
  let under = 0;
  lines.forEach((line, i) => {
    if (isListHead(line)) under = 12;
    else if (under > 0 && (isHeadline(line) || (listed.test(line) && line.length <= longestHeadline))) {
      reasons[i] ??= 'under the head of a list';
      under--;
    } else if (reasons[i] === null) under = 0;
  });
}

/** Three or more lines in a row with numbers or bullets of which most are no sentences, unless prose announces them. */
function dropMarkedLists(lines: readonly string[], reasons: Reasons): void {
  for (const [from, to] of runs(lines, (line) => listed.test(line))) {
    const run = lines.slice(from, to);
    const headlines = run.filter((line) => line.length < longestHeadline && !sentenceEnd.test(line));
    if (run.length < 3 || headlines.length * 2 <= run.length || isAnnounced(lines, from)) continue;
    for (let i = from; i < to; i++) reasons[i] ??= 'a list of headlines';
  }
}

/**
 * Three or more lines in a row that end in no mark, two at the text's end: headlines, names, menus. One alone may be a
 * heading of the article's own. Not where most of the text is written without marks.
 */
function dropRuns(lines: readonly string[], reasons: Reasons): void {
  if (!hasMarks(lines)) return;
  const first = lines.findIndex((line, i) => reasons[i] === null && proseEnd.test(line));
  const last = lines.findLastIndex((line, i) => reasons[i] === null && sentenceEnd.test(line));
  // What was left out already does not part a run.
  const at = lines.flatMap((_, i) => (i > first && reasons[i] === null ? [i] : []));
  for (const [from, to] of runs(at, (i) => isHeadline(lines[i]!))) {
    const run = at.slice(from, to);
    const bare = run.filter((i) => !sentenceEnd.test(lines[i]!));
    const enough = run[0]! > last ? 2 : 3;
    if (bare.length < enough || isAnnounced(lines, run[0]!)) continue;
    for (const i of run) reasons[i] = 'lines that are no sentences';
  }
}

/** Whether most of a text stands in lines that end as sentences do. */
function hasMarks(lines: readonly string[]): boolean {
  const lengthOf = (some: readonly string[]) => some.reduce((sum, line) => sum + line.length, 0);
  return lengthOf(lines.filter((line) => sentenceEnd.test(line))) * 2 >= lengthOf(lines);
}

/** A list is the article's own where the line before it says so. */
function isAnnounced(lines: readonly string[], from: number): boolean {
  const before = lines[from - 1];
  return before !== undefined && /:$/u.test(before) && !isListHead(before);
}

const commentMarks = /^(?:reply|report|upvote|like|flag|share|permalink)$|^.{2,40}\b(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago\W*$/iu; // prettier-ignore

/** Readers' comments behind the article: what follows a head "Comments", where it is written as comments are. */
function dropComments(lines: readonly string[], reasons: Reasons): void {
  const prose = lines.map((line, i) => (reasons[i] === null && sentenceEnd.test(line) ? line.length : 0));
  const all = prose.reduce((sum, length) => sum + length, 0);
  let before = 0;
  for (const i of lines.keys()) {
    const isHead = reasons[i] === 'comments around the article';
    if (isHead && before * 2 > all && lines.slice(i + 1).some((next) => commentMarks.test(next))) {
      for (let j = i + 1; j < lines.length; j++) reasons[j] ??= 'a comment of a reader';
      return;
    }
    before += prose[i]!;
  }
}

/** Takes the title out of what stands before the first line of prose, and what stands above it with it. */
function takeTitle(lines: readonly string[], reasons: Reasons): string | null {
  const head = lines.flatMap((_, i) => (reasons[i] === null ? [i] : []));
  const first = head.findIndex((i) => proseEnd.test(lines[i]!) || lines[i]!.length > longestHeadline);
  const before = first === -1 ? [] : head.slice(0, first);
  const title = before.find((i) => looksLikeTitle(lines[i]!));
  if (title === undefined || before.length > 12 || !hasMarks(lines)) return null;
  for (const i of before) {
    if (i < title) reasons[i] = 'above the title';
    else if (i === title) reasons[i] = 'the title';
  }
  return lines[title]!;
}

function bylineOf(lines: readonly string[], reasons: Reasons): string | null {
  const first = Math.max(0, reasons.indexOf(null));
  return lines.find((line, i) => i < first && reasons[i] === 'about its author' && /^by\b/iu.test(line)) ?? null; // prettier-ignore
}

function looksLikeTitle(line: string): boolean {
  const words = line.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  return words.length >= 4 && words.length <= 30 && isHeadline(line) && /^[\p{Lu}\p{N}"'“‘«„¿¡]/u.test(line);
}

/** Half-open ranges of items in a row that fit. */
function runs<T>(items: readonly T[], fits: (item: T) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < items.length; i++) {
    if (!fits(items[i]!)) continue;
    const from = i;
    while (i < items.length && fits(items[i]!)) i++;
    found.push([from, i]);
  }
  return found;
}
