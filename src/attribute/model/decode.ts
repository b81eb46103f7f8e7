import { nameTypes, type Attribution, type Name, type NameType } from '../../terms/attribution.js';
import { overlaps, type Span } from '../../terms/span.js';
import { datelineLength } from '../../text/dateline.js';
import type { Quotation } from '../../text/quotations.js';
import type { Tagged, Tags } from './tagger.js';
import type { Unit } from './units.js';

/** What the model believes in less is left out: the best F1 on the development articles (models/attribution/card.md). */
const leastConfidence = 0.65;

/**
 * Attributions from the model's tags: spans from runs of units, quotations completed to their marks, roles disjoint,
 * edges without stray punctuation. In text order.
 * @param quotations those of the running text (level 0).
 */
export function decode(
  text: string,
  units: readonly Unit[],
  tags: Tags,
  quotations: readonly Quotation[],
): Attribution[] {
  const found = tags.cues
    .filter((tagged) => confidenceOf(tagged) >= leastConfidence)
    .flatMap((tagged): Attribution[] => {
      const source = tidy(
        text,
        strongest(units, tagged, spansOf(text, units, unitsIn(tagged, 'source'))),
        false,
      ).map((span) => withoutDateline(text, span));
      const cueUnits = [...new Set([...tagged.cue, ...unitsIn(tagged, 'cue')])]
        .filter((u) => !taken(tagged, u))
        .sort((a, b) => a - b);
      const cue = tidy(text, spansOf(text, units, cueUnits), true);
      const bare = spansOf(text, units, unitsIn(tagged, 'content'));
      const content = tidy(text, completed(bare, [...source, ...cue], quotations), false);
      return content.length === 0 ? [] : [{ source, cue, content, confidence: confidenceOf(tagged) }];
    });
  return withoutTwins(found).sort((a, b) => a.content[0]![0] - b.content[0]![0]);
}

function unitsIn({ roles }: Tagged, wanted: 'source' | 'content' | 'cue'): number[] {
  return roles.filter(([, role]) => role === wanted).map(([unit]) => unit);
}

function taken({ roles }: Tagged, unit: number): boolean {
  return roles.some(([u, role]) => u === unit && role !== 'cue');
}

/** Neighbouring units as spans; a paragraph break parts them. */
function spansOf(text: string, units: readonly Unit[], chosen: readonly number[]): Span[] {
  const spans: [number, number][] = [];
  let last = -2;
  for (const u of chosen) {
    const [start, end] = units[u]!.span;
    const open = spans.at(-1);
    if (open !== undefined && u === last + 1 && !text.slice(open[1], start).includes('\n\n')) open[1] = end;
    else spans.push([start, end]);
    last = u;
  }
  return spans;
}

/** One run of words names a source: the one with most of the model's belief in it. */
function strongest(units: readonly Unit[], { roles }: Tagged, spans: readonly Span[]): Span[] {
  const belief = (span: Span) =>
    roles.reduce(
      (sum, [u, role, p]) => (role === 'source' && overlaps(units[u]!.span, span) ? sum + p : sum),
      0,
    );
  const [first, ...more] = spans.map((span) => ({ span, belief: belief(span) }));
  return first === undefined
    ? []
    : [more.reduce((best, next) => (next.belief > best.belief ? next : best), first).span];
}

function withoutDateline(text: string, [start, end]: Span): Span {
  const paragraph = text.lastIndexOf('\n\n', start) + (text.lastIndexOf('\n\n', start) === -1 ? 1 : 2);
  const body = paragraph + datelineLength(text.slice(paragraph, paragraph + 120));
  return start < body && body < end ? [body, end] : [start, end];
}

/** A content that takes half of a quotation, or lies half in it, takes it whole, over all its paragraphs. */
function completed(
  content: readonly Span[],
  others: readonly Span[],
  quotations: readonly Quotation[],
): Span[] {
  const whole = quotations
    // A cue inside a quotation is the speaker's own retelling: its content is not all that he said.
    .filter(({ spans }) => !spans.some((quoted) => others.some((other) => overlaps(other, quoted))))
    .filter(({ spans }) => spans.some((quoted) => content.some((span) => shares(span, quoted))))
    .flatMap(({ spans }) => spans);
  const merged: [number, number][] = [];
  for (const [start, end] of [...content, ...whole].sort((a, b) => a[0] - b[0])) {
    const open = merged.at(-1);
    if (open !== undefined && start <= open[1]) open[1] = Math.max(open[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

function shares(a: Span, b: Span): boolean {
  const both = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return both > 0 && (2 * both >= b[1] - b[0] || 2 * both >= a[1] - a[0]);
}

/** Without white space and stray punctuation at the edges; a span of punctuation alone is dropped, but for a cue's colon. */
function tidy(text: string, spans: readonly Span[], isCue: boolean): Span[] {
  return spans.flatMap(([from, to]): Span[] => {
    let start = from;
    let end = to;
    if (isCue && /^[:—–-]$/u.test(text.slice(start, end))) return [[start, end]];
    while (start < end && /[\s,.;:!?)\]’—–-]/u.test(text.charAt(start))) start++;
    while (end > start && /[\s,.;:(—–-]/u.test(text.charAt(end - 1))) end--;
    return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? [[start, end]] : [];
  });
}

/** Probability that all parts are right, as if they were independent. */
function confidenceOf({ valid, roles }: Tagged): number {
  const mean = (wanted: string) => {
    const own = roles.filter(([, role]) => role === wanted).map(([, , p]) => p);
    return own.length === 0 ? 1 : own.reduce((sum, p) => sum + p, 0) / own.length;
  };
  return Math.min(1, Math.max(0, valid * mean('source') * mean('content')));
}

/** Of two that say the same of the same words, the surer stays. */
function withoutTwins(found: readonly Attribution[]): Attribution[] {
  const kept = new Map<string, Attribution>();
  for (const attribution of found) {
    const key = JSON.stringify(attribution.content);
    const twin = kept.get(key);
    if (twin === undefined || twin.confidence < attribution.confidence) kept.set(key, attribution);
  }
  return [...kept.values()];
}

/** Proper names from the units' labels: `B-person` begins one, `I-person` goes on. */
export function namesFrom(
  text: string,
  units: readonly Unit[],
  tags: Tags,
  labels: readonly string[],
): Name[] {
  const found: { span: [number, number]; type: NameType; sum: number; count: number }[] = [];
  let last = -2;
  tags.names.forEach(([label, probability], u) => {
    const [edge, name] = (labels[label] ?? 'O').split('-');
    const type = nameTypes.find((t) => t === name);
    const unit = units[u];
    if (type === undefined || unit === undefined) return;
    const open = found.at(-1);
    if (open !== undefined && edge === 'I' && open.type === type && last === u - 1) {
      open.span[1] = unit.span[1];
      open.sum += probability;
      open.count++;
    } else if (/[\p{L}\p{N}]/u.test(text.slice(...unit.span))) {
      found.push({ span: [...unit.span], type, sum: probability, count: 1 });
    } else return;
    last = u;
  });
  return found.map(({ span, type, sum, count }) => ({
    span: withoutPossessive(text, span),
    type,
    confidence: Math.min(1, sum / count),
  }));
}

function withoutPossessive(text: string, [start, end]: Span): Span {
  const cut = /['’]s?$/u.exec(text.slice(start, end));
  return cut === null || cut.index === 0 ? [start, end] : [start, start + cut.index];
}
