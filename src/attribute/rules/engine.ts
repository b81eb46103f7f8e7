import type { Analysis, Attribution } from '../../terms/attribution.js';
import { contains, type Span } from '../../terms/span.js';
import { isScareQuote, quotations, type Quotation } from '../../text/quotations.js';
import { datelineLength } from '../../text/dateline.js';
import { sentences } from '../../text/sentences.js';
import type { AttributionEngine } from '../engine.js';
import { pieces, type Quoted } from './clause.js';
import { namesIn } from './names.js';
import { attributionsIn, type Rule } from './sentence.js';
import { turnsIn } from './turns.js';

/** Share of each rule's findings that are right on the training articles, rounded (`bench/rule-precision.ts`). */
const precision: Readonly<Record<Rule | 'bare' | 'turn', number>> = {
  'quote-cue': 0.9, colon: 0.75, bracket: 0.7, 'according-to': 0.7, 'as-says': 0.6, 'trailing-cue': 0.65,
  'cue-clause': 0.6, 'cue-phrase': 0.4, turn: 0.6, bare: 0.3,
}; // prettier-ignore

/** The rule engine: quotation marks, reporting cues and the order of words. Deterministic, linear in the text. */
export const ruleEngine: AttributionEngine = {
  version: 'rules/1',
  analyse: (text, language) => Promise.resolve(analyse(text, language)),
};

function analyse(text: string, language: string | null): Analysis {
  const found = quotations(text).filter(({ level }) => level === 0);
  const english = language === null || language === 'en';
  const attributions = english ? englishAttributions(text, found) : [];
  const bare = quotationsLeft(text, found, attributions);
  return { attributions: [...attributions, ...bare].sort(byStart), names: namesIn(text) };
}

/**
 * Attributions of the real quotations alone (scare quotes apart), for whoever needs a safety net: source and cue where
 * the rules find them, else [].
 */
export function quotationAttributions(text: string, language: string | null): Attribution[] {
  const real = quotations(text).filter((q) => q.level === 0 && !isScareQuote(text, q));
  const inQuotation = (span: Span) =>
    real.some(({ spans }) => spans.some((quoted) => contains(quoted, span)));
  return analyse(text, language).attributions.filter(({ content }) => content.some(inQuotation));
}

function byStart(a: Attribution, b: Attribution): number {
  return a.content[0]![0] - b.content[0]![0];
}

function englishAttributions(text: string, found: readonly Quotation[]): Attribution[] {
  const long = new Map(found.filter(({ spans }) => spans.length > 1).map((q) => [q.spans.at(-1)![0], q]));
  const quoted: Quoted[] = found.flatMap((q) =>
    q.spans.map((span) => ({ span, scare: isScareQuote(text, q) })),
  );
  const opaque = quoted.map(({ span }) => span);
  const turns = turnsIn(text);
  const result: Attribution[] = turns.map((turn) => ({ ...turn, confidence: precision.turn }));
  let last: Attribution | null = null;
  let lastEnd = 0;
  for (const sentence of sentencesOf(text, opaque)) {
    if (turns.some(({ content }) => content.some((span) => contains(span, sentence)))) continue;
    const here = quoted.filter(({ span }) => contains(sentence, span));
    const list = pieces(text, sentence, here);
    const onlyQuotes =
      list.length > 0 && list.every(({ quoted: q, letters }) => q === 'quotation' || !letters);
    if (onlyQuotes && last !== null && !text.slice(lastEnd, sentence[0]).includes('\n')) {
      // “…,” he said. “…”: the second quotation goes on in the same paragraph.
      const more: Attribution = { ...last, content: [...last.content, ...here.map(({ span }) => span)] };
      result[result.indexOf(last)] = more;
      last = more;
      lastEnd = sentence[1];
      continue;
    }
    last = null;
    for (const { rule, source, cue, content } of attributionsIn(list)) {
      const whole = content.flatMap((span) => long.get(span[0])?.spans ?? [span]);
      const attribution: Attribution = { source, cue, content: whole, confidence: precision[rule] };
      result.push(attribution);
      if (here.some(({ scare }) => !scare)) last = attribution;
    }
    lastEnd = sentence[1];
  }
  return result;
}

/** Sentences, paragraph by paragraph (a heading or a date line has no full stop), without the dateline. */
function sentencesOf(text: string, opaque: readonly Span[]): Span[] {
  let at = 0;
  return text.split('\n\n').flatMap((paragraph) => {
    const start = at + datelineLength(paragraph);
    const end = at + paragraph.length;
    at = end + 2;
    return sentences(text, [start, end], opaque);
  });
}

/** Nothing quoted is lost: a real quotation that no rule attributed is recorded without a source. */
function quotationsLeft(
  text: string,
  found: readonly Quotation[],
  attributions: readonly Attribution[],
): Attribution[] {
  const taken = attributions
    .flatMap(({ content, source, cue }) => [...content, ...source, ...cue])
    .sort((a, b) => a[0] - b[0]);
  let next = 0;
  return found
    .filter((q) => !isScareQuote(text, q))
    .filter(({ spans }) => {
      const first = spans[0]!;
      while (next < taken.length && taken[next]![1] <= first[0]) next++;
      const span = taken[next];
      return span === undefined || span[0] >= first[1];
    })
    .map(({ spans }) => ({ source: [], cue: [], content: spans, confidence: precision.bare }));
}
