import { trim, type Span } from '../terms/span.js';
import { words } from './words.js';

/** What stands between quotation marks. */
export interface Quotation {
  /** One span a paragraph, in text order, marks included. */
  readonly spans: readonly Span[];
  /** 0 for a quotation in the running text, 1 for one inside another, and so on. */
  readonly level: number;
  /** False when no closing mark was found: its last span then ends with its paragraph (or before the next mark). */
  readonly closed: boolean;
}

/** A quotation without re-opened marks may run over so many paragraphs that hold no mark at all. */
const silentParagraphs = 6;
/** Deeper nesting is taken as damage. */
const deepest = 6;

const openers: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '"': '"”',
};
const singleOpeners = new Set(["'", '‘', '‚']);
/** Stands for the second half of a mark typed as two ('' or ``), so that offsets stay. */
const joiner = '\u2060';
const blank = /[\s([{—–-]/u;
const letter = /[\p{L}\p{N}]/u;

interface Open {
  readonly mark: string;
  readonly spans: Span[];
  readonly level: number;
  start: number;
}

/**
 * Finds the quotations of a text in linear time: straight, curly, „ “, « » and single marks, nested, re-opened in each
 * paragraph, or opened in one paragraph and closed some paragraphs later. A mark without its partner does damage in its
 * own paragraph only.
 * @returns in order of their first mark.
 */
export function quotations(raw: string): Quotation[] {
  const text = raw.replace(/''|``/gu, `"${joiner}`);
  const found: Quotation[] = [];
  const paragraphs = blocks(text);
  const firsts = paragraphs.map((span) => firstMark(text, span));
  let carried: Open | null = null;
  for (let p = 0; p < paragraphs.length; p++) {
    const span = paragraphs[p]!;
    const open: Open | null = scan(text, span, carried, found);
    carried = null;
    if (open === null) continue;
    const piece = trim(text, [open.start, span[1]]);
    if (piece !== null) open.spans.push(piece);
    if (goesOn(open, p, paragraphs, firsts)) carried = open;
    else keep(found, open, false);
  }
  if (carried !== null) keep(found, carried, false);
  return found.sort((a, b) => a.spans[0]![0] - b.spans[0]![0] || a.level - b.level);
}

/** Paragraphs by blank line (a single line break within a paragraph is only layout). */
function blocks(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/gu)) {
    if (gap.index > start) found.push([start, gap.index]);
    start = gap.index + gap[0].length;
  }
  if (start < text.length) found.push([start, text.length]);
  return found;
}

interface First {
  readonly mark: string;
  readonly atStart: boolean;
  readonly closes: boolean;
}

function firstMark(text: string, [start, end]: Span): First | null {
  for (let i = start; i < end; i++) {
    const mark = text.charAt(i);
    if (!(mark in openers) && mark !== '”') continue;
    const atStart = text.slice(start, Math.min(i, start + 4)).trim() === '' && i < start + 4;
    const closes = mark === '”' || mark === '»' || (mark === '"' && closesHere(text, i, end));
    return { mark, atStart, closes: closes && !atStart };
  }
  return null;
}

function closesHere(text: string, i: number, end: number): boolean {
  const before = text.charAt(i - 1);
  const after = i + 1 < end ? text.charAt(i + 1) : ' ';
  return !blank.test(before) && !letter.test(after);
}

/** Does the quotation that is open at the end of paragraph `p` run on into the next? */
function goesOn(
  open: Open,
  p: number,
  paragraphs: readonly Span[],
  firsts: readonly (First | null)[],
): boolean {
  if (open.level > 0) return false;
  for (let ahead = 1; ahead <= silentParagraphs && p + ahead < paragraphs.length; ahead++) {
    const first = firsts[p + ahead];
    if (first === null || first === undefined) continue;
    if (first.atStart)
      return ahead === 1 && (first.mark === open.mark || (openers[open.mark] ?? '').includes(first.mark));
    return first.closes && (openers[open.mark] ?? '').includes(first.mark);
  }
  return false;
}

function keep(found: Quotation[], { spans, level }: Open, closed: boolean): void {
  if (spans.length > 0) found.push({ spans, level, closed });
}

/** Reads one paragraph; gives the quotation still open at its end (the outermost one), if any. */
function scan(text: string, [start, end]: Span, carried: Open | null, found: Quotation[]): Open | null {
  const stack: Open[] = [];
  if (carried !== null) {
    carried.start = start;
    stack.push(carried);
  }
  const lastSingle = lastClosingSingle(text, start, end);
  for (let i = start; i < end; i++) {
    const mark = text.charAt(i);
    const top = stack.at(-1);
    if (singleOpeners.has(mark) || mark === '’') single(text, i, [start, end], stack, found, lastSingle);
    else if (!(mark in openers) && mark !== '”' && mark !== '›') continue;
    else if (carried !== null && i < start + 4 && text.slice(start, i).trim() === '') continue;
    else if (top !== undefined && closesOpen(text, i, [start, end], stack))
      close(stack, i, mark, found, text);
    else open(text, i, [start, end], stack, found);
  }
  return stack.find((entry) => !singleOpeners.has(entry.mark)) ?? null;
}

function lastClosingSingle(text: string, start: number, end: number): number {
  for (let i = end - 1; i > start; i--) if (isClosingSingle(text, i, end)) return i;
  return -1;
}

function isClosingSingle(text: string, i: number, end: number): boolean {
  const mark = text.charAt(i);
  return (mark === "'" || mark === '’') && closesHere(text, i, end);
}

function single(
  text: string,
  i: number,
  [start, end]: Span,
  stack: Open[],
  found: Quotation[],
  last: number,
): void {
  const mark = text.charAt(i);
  const before = i > start ? text.charAt(i - 1) : ' ';
  const after = i + 1 < end ? text.charAt(i + 1) : ' ';
  const top = stack.at(-1);
  if (top !== undefined && singleOpeners.has(top.mark)) {
    // A possessive plural ("the states' rights") closes too soon; only grammar could tell.
    if (isClosingSingle(text, i, end)) close(stack, i, mark, found, text);
    return;
  }
  const opensHere = (blank.test(before) || before in openers) && /[\p{Lu}\p{Ll}\p{Lo}[…]/u.test(after);
  if (!opensHere || mark === '’' || last <= i || stack.length >= deepest) return;
  if (/^['‘](?:em|til|tis|twas|cause|n)\b/iu.test(text.slice(i, i + 7))) return;
  stack.push({ mark, spans: [], level: stack.length, start: i });
}

function closesOpen(text: string, i: number, [start, end]: Span, stack: readonly Open[]): boolean {
  const mark = text.charAt(i);
  const top = [...stack].reverse().find((entry) => !singleOpeners.has(entry.mark));
  if (top === undefined || !(openers[top.mark] ?? '').includes(mark)) return false;
  if (mark !== '"') return true;
  const before = i > start ? text.charAt(i - 1) : ' ';
  const next = text.charAt(i + 1) === joiner ? i + 2 : i + 1;
  const after = next < end ? text.charAt(next) : ' ';
  // `"word "next`: plainly an opening mark, so the one before was never closed.
  return !(/\s/u.test(before) && letter.test(after));
}

function close(stack: Open[], i: number, mark: string, found: Quotation[], text: string): void {
  const isSingle = mark === "'" || mark === '’';
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const own = singleOpeners.has(top.mark) === isSingle;
    if (!own) continue; // a single mark left open inside was an apostrophe after all
    if (text.slice(top.start + 1, i).trim() === '' && top.spans.length === 0) return;
    top.spans.push([top.start, text.charAt(i + 1) === joiner ? i + 2 : i + 1]);
    keep(found, top, true);
    return;
  }
}

function open(text: string, i: number, [start, end]: Span, stack: Open[], found: Quotation[]): void {
  const mark = text.charAt(i);
  const after = i + 1 < end ? text.charAt(i + 1) : ' ';
  // French sets a space inside its marks.
  if (!(mark in openers) || (mark !== '«' && /\s/u.test(after))) return;
  if (mark === '"' && i > start && letter.test(text.charAt(i - 1)) && !letter.test(after)) return;
  if (mark === '»' && i > start && letter.test(text.charAt(i - 1))) return;
  const nests = mark === '«' || mark === '„' || (stack.length > 0 && stack.at(-1)!.mark !== mark);
  if (!nests) abandon(text, i, stack, found);
  if (stack.length < deepest) stack.push({ mark, spans: [], level: stack.length, start: i });
}

/** A second opening mark: what was open ends before it, unclosed. */
function abandon(text: string, i: number, stack: Open[], found: Quotation[]): void {
  const outer = stack[0];
  stack.length = 0;
  if (outer === undefined || singleOpeners.has(outer.mark)) return;
  const piece = trim(text, [outer.start, i]);
  if (piece !== null) outer.spans.push(piece);
  keep(found, outer, false);
}

const verbish =
  /\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|could|should|must|may|might|won't|don't|can't|isn't|[a-z]+n['’]t|i['’]m|we['’]re|it['’]s|that['’]s|they['’]re|you['’]re)\b/iu;

/**
 * Is this quotation only a word or name held at a distance ("so-called" in marks), or a title, rather than something
 * that someone is quoted as saying? Short, without the shape of a sentence, without closing punctuation, and not after
 * a colon or comma. It may still be part of a statement around it.
 */
export function isScareQuote(text: string, quotation: Quotation): boolean {
  const [span, ...more] = quotation.spans;
  if (span === undefined || more.length > 0) return false;
  if (span[1] - span[0] > 80) return false;
  const inner = text.slice(span[0] + 1, span[1] - (quotation.closed ? 1 : 0));
  const count = words(inner).filter((word) => word.letters).length;
  if (count > 6) return false;
  if (isTitled(inner)) return true;
  if (/[.,!?…]$/u.test(inner.trim()) && count > 1) return false;
  if (/[,:]\s*$/u.test(text.slice(Math.max(0, span[0] - 3), span[0])) && /^\p{Lu}/u.test(inner)) return false;
  return count <= 3 || !verbish.test(inner);
}

/** Two or more words, all of them capitalised but the short ones within: the name of a book, a show, a campaign. */
function isTitled(inner: string): boolean {
  const own = inner.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  const capitalised = (word: string) => /^\p{Lu}/u.test(word);
  const named = own.filter(capitalised).length;
  return named > 1 && capitalised(own[0]!) && own.every((word) => capitalised(word) || word.length <= 3);
}
