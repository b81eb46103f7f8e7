import { nameTypes, type Attribution, type Name, type NameType } from '../../terms/attribution.js';
import { lengthOf, overlaps, sharedLength, type Span } from '../../terms/span.js';
import { datelineLength } from '../../text/dateline.js';
import type { Quotation } from '../../text/quotations.js';
import { confidenceOf, featuresOf } from './confidence.js';
import type { ModelConfig } from './model-files.js';
import type { Tagged, Tags } from './tags.js';
import type { Unit } from './units.js';

/** An attribution with the numbers that its confidence was made of. */
export interface Scored extends Attribution {
  readonly features: readonly number[];
}

/**
 * Attributions from the model's tags: spans from runs of units, quotations completed to their marks, roles disjoint,
 * edges without stray punctuation. In text order.
 * @param quotations those of the running text (level 0).
 * @param least what the model believes in less, as a probability, is left out.
 */
export function decode(
  text: string,
  units: readonly Unit[],
  tags: Tags,
  quotations: readonly Quotation[],
  { confidence: fitted }: Pick<ModelConfig, 'confidence'>,
  least: number,
): Scored[] {
  const found = tags.cues
    .map((tagged) => {
      const features = featuresOf(tagged);
      return { tagged, features, confidence: confidenceOf(features, fitted) };
    })
    .filter(({ confidence }) => confidence >= least)
    .flatMap(({ tagged, features, confidence }): Scored[] => {
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
      return content.length === 0 ? [] : [{ source, cue, content, confidence, features }];
    });
  return withoutTwins(found);
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
  const both = sharedLength([a], [b]);
  return both > 0 && (2 * both >= lengthOf([b]) || 2 * both >= lengthOf([a]));
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

/** Share of two contents' characters from which they say the same: it cost no recall and gave 1.3 points of precision. */
const sameContent = 0.6;

/** Of two that say the same of the same words, the surer stays. In text order. */
function withoutTwins(found: readonly Scored[]): Scored[] {
  const ordered = [...found].sort((a, b) => a.content[0]![0] - b.content[0]![0]);
  const dropped = new Set<Scored>();
  ordered.forEach((one, i) => {
    const end = one.content.at(-1)![1];
    for (let j = i + 1; j < ordered.length && ordered[j]!.content[0]![0] < end; j++) {
      const other = ordered[j]!;
      if (dropped.has(one) || dropped.has(other) || alike(one.content, other.content) < sameContent) continue;
      dropped.add(one.confidence < other.confidence ? one : other);
    }
  });
  return ordered.filter((one) => !dropped.has(one));
}

/** Intersection over union of the characters. */
function alike(a: readonly Span[], b: readonly Span[]): number {
  const both = sharedLength(a, b);
  return both / (lengthOf(a) + lengthOf(b) - both);
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
