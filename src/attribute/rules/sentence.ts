import type { Span } from '../../terms/span.js';
import { cuePhrases, takesClause } from './lexicon.js';
import { subjectAfter, subjectBefore, verbStart, type Piece } from './clause.js';

/** What one rule found in one sentence, before quotations of the neighbourhood are joined to it. */
export interface Hit {
  readonly rule: Rule;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export type Rule =
  | 'quote-cue'
  | 'according-to'
  | 'as-says'
  | 'cue-clause'
  | 'cue-phrase'
  | 'trailing-cue'
  | 'colon'
  | 'bracket';

/** The attributions in one folded sentence, in text order. */
export function attributionsIn(list: readonly Piece[]): Hit[] {
  if (list.length < 2) return [];
  return (
    fromPhrase(list) ??
    fromAs(list) ??
    fromQuotation(list) ??
    fromLastBracket(list) ??
    fromTrailing(list) ??
    fromClauses(list)
  );
}

const span = (list: readonly Piece[], from: number, to: number): Span => [
  list[from]!.span[0],
  list[to - 1]!.span[1],
];

/** Index after the last piece that is not a full stop. */
function bodyEnd(list: readonly Piece[]): number {
  let end = list.length;
  while (end > 0 && /^[.,;]$/u.test(list[end - 1]!.lower)) end--;
  return end;
}

function fromPhrase(list: readonly Piece[]): Hit[] | null {
  for (const phrase of cuePhrases) {
    const at = list.findIndex((_, i) => phrase.every((word, j) => list[i + j]?.lower === word));
    if (at === -1) continue;
    const after = at + phrase.length;
    const comma = list.findIndex((piece, i) => i > after && piece.lower === ',');
    const end = bodyEnd(list);
    if (at === 0 && comma !== -1 && comma + 1 < end) {
      return [hit('according-to', list, [after, comma], [at, after], [comma + 1, end])];
    }
    const stop = list[at - 1]?.lower === ',' ? at - 1 : at;
    if (at > 1 && after < end) return [hit('according-to', list, [after, end], [at, after], [0, stop])];
  }
  return null;
}

function hit(
  rule: Rule,
  list: readonly Piece[],
  source: readonly [number, number] | null,
  cue: readonly [number, number] | null,
  content: readonly [number, number],
): Hit {
  return {
    rule,
    source: source === null || source[0] >= source[1] ? [] : [span(list, ...source)],
    cue: cue === null ? [] : [span(list, ...cue)],
    content: [span(list, ...content)],
  };
}

/** "As Toval says, …" */
function fromAs(list: readonly Piece[]): Hit[] | null {
  if (list[0]!.lower !== 'as') return null;
  const comma = list.findIndex(({ lower }) => lower === ',');
  const verb = list.findIndex(({ cue }, i) => cue !== null && i > 1 && i < comma);
  const end = bodyEnd(list);
  if (verb === -1 || comma + 1 >= end) return null;
  const start = verbStart(list, verb);
  return [
    {
      rule: 'as-says',
      source: [span(list, 1, start)],
      cue: [list[0]!.span, span(list, start, comma)],
      content: [span(list, comma + 1, end)],
    },
  ];
}

/** A quotation with its cue after it, or around it: “…,” said X. “…,” X said, “…” */
function fromQuotation(list: readonly Piece[]): Hit[] | null {
  const first = list.findIndex(({ quoted }) => quoted === 'quotation');
  if (first === -1) return null;
  const opensSentence = list.slice(0, first).every(({ lower }) => /^[\d:.–—-]+$/u.test(lower));
  const quotes = list.filter(({ quoted }) => quoted === 'quotation').map((piece) => piece.span);
  if (!opensSentence) return null;
  const from = list[first + 1]?.lower === ',' ? first + 2 : first + 1;
  const verb = list.findIndex(({ cue }, i) => cue !== null && i >= from && i < from + 14);
  if (verb === -1) return fromBracket(list, first, from);
  const start = verbStart(list, verb);
  const source = subjectBefore(list, start, from) ?? subjectAfter(list, verb + 1);
  if (source === null) return null;
  return [
    {
      rule: 'quote-cue',
      source: [span(list, ...source)],
      cue: [span(list, start, verb + 1)],
      content: quotes,
    },
  ];
}

/** “…” (X). */
function fromBracket(list: readonly Piece[], first: number, from: number): Hit[] | null {
  const close = list.findIndex(({ lower }) => lower === ')');
  if (list[from]?.lower !== '(' || close <= from + 1 || !list[from + 1]!.capital) return null;
  return [{ rule: 'bracket', source: [span(list, from + 1, close)], cue: [], content: [list[first]!.span] }];
}

/** "The delay was “a choice” (X)." */
function fromLastBracket(list: readonly Piece[]): Hit[] | null {
  const end = bodyEnd(list);
  const open = list.findLastIndex(({ lower }) => lower === '(');
  if (list[end - 1]?.lower !== ')' || open < 2 || end - 1 - open < 2 || !list[open + 1]!.capital) return null;
  if (!list.some(({ quoted }) => quoted !== null)) return null;
  return [hit('bracket', list, [open + 1, end - 1], null, [0, open])];
}

/** "The road, he added, would carry …" and "The road would reopen, he said." */
function fromTrailing(list: readonly Piece[]): Hit[] | null {
  for (let verb = 3; verb < list.length; verb++) {
    const lemma = list[verb]!.cue;
    if (lemma === null || !takesClause(lemma)) continue;
    const next = list[verb + 1]?.lower ?? '.';
    const start = verbStart(list, verb);
    const comma = lastComma(list, start);
    if (comma === null || comma < 2 || start - comma < 2) continue;
    const source = subjectBefore(list, start, comma + 1);
    if (source?.[0] !== comma + 1) continue;
    const tail = /^(?:[.,]|on|in|at)$/u.test(next);
    if (!tail) continue;
    const end = bodyEnd(list);
    const rest = list.findIndex(({ lower }, i) => i > verb && lower === ',');
    const middle = next === ',' && rest === verb + 1 && rest + 1 < end;
    return [
      {
        rule: 'trailing-cue',
        source: [span(list, ...source)],
        cue: [span(list, start, verb + 1)],
        content: [span(list, 0, comma), ...(middle ? [span(list, rest + 1, end)] : [])],
      },
    ];
  }
  return null;
}

function lastComma(list: readonly Piece[], before: number): number | null {
  for (let i = before - 1; i > 0; i--) if (list[i]!.lower === ',') return i;
  return null;
}

const objects = new Set('him her them us me reporters journalists'.split(' '));

/** "X said that …", "X told Y that …", "X denied …", "X asked: “…”" */
function fromClauses(list: readonly Piece[]): Hit[] {
  const end = bodyEnd(list);
  for (let verb = 1; verb < end - 1; verb++) {
    const lemma = list[verb]!.cue;
    if (lemma === null || /^(?:the|a|an|of|to|no)$/u.test(list[verb - 1]!.lower)) continue;
    const start = verbStart(list, verb);
    const passive = list[start - 1]?.lower === 'it' && /^(?:is|was|has)$/u.test(list[start]!.lower);
    const source = passive ? null : subjectBefore(list, start);
    if ((source === null && !passive) || isNoun(list, verb)) continue;
    if (source !== null && source[1] - source[0] === 1 && list[source[0]]!.lower === 'who') continue;
    const from = contentStart(list, verb, lemma, end);
    if (from === null) continue;
    const cue: readonly [number, number] = passive ? [start - 1, verb + 1] : [start, verb + 1];
    const rule = list[from - 1]?.lower === ':' ? 'colon' : takesClause(lemma) ? 'cue-clause' : 'cue-phrase';
    const stop = contentEnd(list, from, end);
    const more = source === null ? null : participle(list, from, stop, source);
    return [hit(rule, list, source, cue, [from, more?.comma ?? stop]), ...(more === null ? [] : [more.hit])];
  }
  return [];
}

/** Where the content begins: after the one who was told, the day, and a colon or comma; "that" belongs to it. */
function contentStart(list: readonly Piece[], verb: number, lemma: string, end: number): number | null {
  const that = find(list, verb + 1, Math.min(end, verb + 14), ({ lower }) => lower === 'that');
  const colon = find(list, verb + 1, Math.min(end, verb + 20), ({ lower }) => lower === ':');
  const quote = find(list, verb + 1, Math.min(end, verb + 20), ({ quoted }) => quoted === 'quotation');
  if (colon !== null && colon + 1 < end) return colon + 1;
  if (that !== null && takesClause(lemma) && noVerbBetween(list, verb + 1, that)) return that;
  let from = verb + 1;
  if (lemma === 'tell' || lemma === 'inform' || lemma === 'remind' || lemma === 'assure') {
    const heard = list[from];
    if (heard === undefined) return null;
    if (objects.has(heard.lower)) from++;
    else
      while (
        from < end &&
        (list[from]!.capital ||
          /^(?:the|a|an|his|her|local|news|state|radio|conference)$/u.test(list[from]!.lower))
      )
        from++;
    if (from === verb + 1 && quote === null) return null;
  }
  if (quote !== null && quote - from <= 2) return quote;
  from = skipTime(list, from, end);
  if (list[from]?.lower === ',') from++;
  return from < end && end - from >= 1 ? from : null;
}

function find(
  list: readonly Piece[],
  from: number,
  to: number,
  fits: (piece: Piece) => boolean,
): number | null {
  for (let i = from; i < to; i++) if (fits(list[i]!)) return i;
  return null;
}

function noVerbBetween(list: readonly Piece[], from: number, to: number): boolean {
  return find(list, from, to, ({ cue, lower }) => cue !== null || /^[;,]$/u.test(lower)) === null;
}

const day = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|earlier|later)$/u;

function skipTime(list: readonly Piece[], from: number, end: number): number {
  if (list[from]?.lower === 'on' && day.test(list[from + 1]?.lower ?? '') && from + 2 < end) return from + 2;
  return day.test(list[from]?.lower ?? '') && from + 1 < end ? from + 1 : from;
}

/** A trailing "as she ended …", "after a pause …" behind a comma is the narrator's. */
function contentEnd(list: readonly Piece[], from: number, end: number): number {
  const cut = find(list, from + 3, end - 1, ({ lower }) => lower === ',');
  if (cut !== null && /^(?:as|after|hours|days|while|shortly)$/u.test(list[cut + 1]!.lower)) return cut;
  return end;
}

/** "…, stating that …": a second cue of the same source. */
function participle(
  list: readonly Piece[],
  from: number,
  end: number,
  source: readonly [number, number],
): { comma: number; hit: Hit } | null {
  for (let verb = from + 2; verb < end - 1; verb++) {
    const { cue, lower } = list[verb]!;
    const clause =
      list[verb + 1]!.lower === 'that' ||
      list[verb + 1]!.quoted === 'quotation' ||
      list[verb + 1]!.lower === ':';
    if (
      cue === null ||
      !lower.endsWith('ing') ||
      list[verb - 1]!.lower !== ',' ||
      !takesClause(cue) ||
      !clause
    )
      continue;
    const content = list[verb + 1]!.lower === ':' ? verb + 2 : verb + 1;
    // A sentence that ends with the colon leaves its content to the next paragraph.
    if (content >= end) continue;
    return { comma: verb - 1, hit: hit('cue-clause', list, source, [verb, verb + 1], [content, end]) };
  }
  return null;
}

const adjectives = /^(?:first|second|last|new|old|own|main|false|early|later|recent|official|border|final)$/u;

/** "the post has …", "a first offer": a noun that looks like a cue. */
function isNoun(list: readonly Piece[], verb: number): boolean {
  const { lower } = list[verb]!;
  if (/(?:ed|id|aid|old)$/u.test(lower)) return lower === 'welcome';
  const next = list[verb + 1]?.lower ?? '';
  return (
    adjectives.test(list[verb - 1]!.lower) ||
    list[verb - 1]!.quoted !== null ||
    /^(?:has|had|was|is|were|are|of)$/u.test(next) ||
    /^(?:was|were|is|are)$/u.test(list[verb - 1]!.lower)
  );
}
