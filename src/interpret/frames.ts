import type { Attribution } from '../terms/attribution.js';
import { contains, overlaps, type Span } from '../terms/span.js';
import { quotations } from '../text/quotations.js';
import { sentences } from '../text/sentences.js';

/** The words around a cue that are neither source nor content: where a clause tells how and where it was said. */
export interface Frame {
  /** Offset of the first character. */
  readonly start: number;
  /** Text of the clause; source, content and what others say in it are blanked, so offsets stay. */
  readonly words: string;
  readonly sentence: number;
}

export interface Frames {
  /** One an attribution, in their order; null for one without cue. */
  readonly of: readonly (Frame | null)[];
  readonly sentences: readonly Span[];
}

/** Stands for a hidden character: no letter, no mark, never in a phrase. */
const blanked = '\uFFFC';
/** So many neighbours of a sentence bound its clauses: bounds the work on hostile input. */
const mostNeighbours = 12;

/** The frames of all attributions of a text. */
export function framesOf(text: string, attributions: readonly Attribution[]): Frames {
  const opaque = quotations(text).flatMap(({ level, spans }) => (level === 0 ? spans : []));
  const list = sentences(
    text,
    [0, text.length],
    [...opaque].sort((a, b) => a[0] - b[0]),
  );
  const bySentence = new Map<number, Attribution[]>();
  const places = attributions.map((attribution) => {
    const at = attribution.cue[0]?.[0] ?? attribution.source[0]?.[0];
    if (at === undefined) return -1;
    const sentence = sentenceAt(list, at);
    const here = bySentence.get(sentence);
    if (here === undefined) bySentence.set(sentence, [attribution]);
    else if (here.length < mostNeighbours) here.push(attribution);
    return sentence;
  });
  return {
    sentences: list,
    of: attributions.map((a, i) =>
      places[i]! < 0
        ? null
        : frameOf(text, a, places[i]!, list[places[i]!]!, bySentence.get(places[i]!) ?? []),
    ),
  };
}

/** Index of the last sentence that begins at or before an offset; 0 where none does. */
export function sentenceAt(list: readonly Span[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]![0] <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function frameOf(
  text: string,
  own: Attribution,
  sentence: number,
  within: Span,
  here: readonly Attribution[],
): Frame {
  const parts = [...own.source, ...own.cue];
  const first = Math.min(...parts.map((span) => span[0]));
  const last = Math.max(...parts.map((span) => span[1]));
  let [start, end] = within;
  for (const other of here) {
    if (other === own) continue;
    const around = other.content.find((span) => contains(span, [first, last]));
    if (around !== undefined) {
      start = Math.max(start, around[0]);
      end = Math.min(end, around[1]);
      continue;
    }
    for (const span of [...other.source, ...other.cue]) {
      if (own.content.some((c) => overlaps(c, span)) || parts.some((p) => overlaps(p, span))) continue;
      if (span[0] >= last) end = Math.min(end, span[0]);
      if (span[1] <= first) start = Math.max(start, span[1]);
    }
  }
  const hidden = [
    ...own.source,
    ...here.flatMap((o) => o.content.filter((c) => !overlaps(c, [first, last]))),
  ];
  return { start, sentence, words: blank(text.slice(start, Math.max(start, end)), start, hidden) };
}

function blank(words: string, start: number, spans: readonly Span[]): string {
  let rest = words;
  for (const [from, to] of spans) {
    const a = Math.max(0, from - start);
    const b = Math.min(rest.length, to - start);
    if (a < b) rest = rest.slice(0, a) + blanked.repeat(b - a) + rest.slice(b);
  }
  return rest;
}
