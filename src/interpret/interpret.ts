import type { Analysis, Attribution } from '../terms/attribution.js';
import type { Article, LedgerRecord, Speaker, Statement } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import { contains, sliceAll, type Span } from '../terms/span.js';
import { findEdits } from '../text/edits.js';
import { quotations } from '../text/quotations.js';
import { actOf } from './acts.js';
import { cueLemmaOf } from './cue-lemma.js';
import { findDesignations } from './designations.js';
import { kindOf } from './kind.js';
import { findClaims } from './positions.js';
import { findMedia } from './medium.js';
import { isOutlet, nameAfter } from './outlets.js';
import { relayOf } from './relay.js';
import { isTurn } from './turn.js';

/**
 * Makes the record of an article: what kind each statement is, what it does, where it was first said, what it is about.
 */
export function interpret(article: Article, analysis: Analysis, resolution: Resolution): LedgerRecord {
  const quoted = quotations(article.text).flatMap(({ level, spans }) => (level === 0 ? spans : []));
  const media = findMedia(article.text, analysis.attributions, resolution, article.outlet);
  const outlet = article.outlet ?? questionerOf(article.text);
  const statements = analysis.attributions.map((attribution, i) => {
    const speaker = resolution.speakers[i]!;
    const medium = isTurn(article.text, attribution) ? outlet : media[i]!;
    return statementOf(article.text, attribution, speaker, medium, quoted, resolution);
  });
  return {
    article,
    statements,
    ...findClaims(article.text, statements, resolution),
    designations: findDesignations(article.text, statements, resolution),
  };
}

/** The outlet whose name stands before the questions of a printed interview, two or more; null where none does. */
function questionerOf(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [, label] of text.matchAll(
    /^((?:\p{Lu}[\p{L}\p{N}.&'’-]*)(?: \p{Lu}[\p{L}\p{N}.&'’-]*){0,4}): .*\?$/gmu,
  ))
    counts.set(label!, (counts.get(label!) ?? 0) + 1);
  for (const [label, count] of counts) {
    const name = nameAfter(label, 0);
    if (count > 1 && name !== null && isOutlet(name)) return label;
  }
  return null;
}

function statementOf(
  text: string,
  attribution: Attribution,
  speaker: Speaker,
  medium: string | null,
  quoted: readonly Span[],
  resolution: Resolution,
): Statement {
  const { source, cue, content, confidence } = attribution;
  const cueLemma = cueLemmaOf(sliceAll(text, cue));
  return {
    kind: kindOf(text, content, quoted),
    source: [...source],
    cue: [...cue],
    content: [...content],
    cueLemma,
    speaker,
    medium,
    relay: relayOf(text, attribution, speaker.entity),
    act: actOf(
      sliceAll(text, cue),
      cueLemma,
      sliceAll(text, content),
      [speaker.role, speaker.mention, speaker.entity].filter((words) => words !== null).join(' '),
    ),
    edits: findEdits(text, content),
    about: resolution.entities
      .filter(({ mentions }) => mentions.some((m) => content.some((span) => contains(span, m))))
      .map(({ name }) => name),
    confidence,
  };
}
