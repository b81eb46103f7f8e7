import type { Analysis, Attribution } from '../terms/attribution.js';
import type { Article, LedgerRecord, Speaker, Statement } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import { contains, sliceAll, type Span } from '../terms/span.js';
import { findEdits } from '../text/edits.js';
import { quotations } from '../text/quotations.js';
import { actOf } from './acts.js';
import { findDesignations } from './designations.js';
import { kindOf } from './kind.js';
import { verbLemma } from './lemma.js';
import { findClaims } from './positions.js';
import { findMedia } from './medium.js';
import { relayOf } from './relay.js';

/**
 * Makes the record of an article: what kind each statement is, what it does, where it was first said, what it is about.
 */
export function interpret(article: Article, analysis: Analysis, resolution: Resolution): LedgerRecord {
  const quoted = quotations(article.text).flatMap(({ level, spans }) => (level === 0 ? spans : []));
  const media = findMedia(article.text, analysis.attributions, resolution);
  const { outlet } = article;
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

/** An answer in a printed interview ("Name: words"): said to the outlet that prints it. */
function isTurn(text: string, { cue, source }: Attribution): boolean {
  const at = source[0]?.[0] ?? -1;
  return cue.length === 1 && text.slice(...cue[0]!) === ':' && (at === 0 || text.charAt(at - 1) === '\n');
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
  const cueLemma = lemmaOf(sliceAll(text, cue));
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
      `${speaker.role ?? ''} ${speaker.mention ?? ''}`,
    ),
    edits: findEdits(text, content),
    about: resolution.entities
      .filter(({ mentions }) => mentions.some((m) => content.some((span) => contains(span, m))))
      .map(({ name }) => name),
    confidence,
  };
}

/** Lemma of the cue's verb: its last word that is a verb form, or the phrase itself ("according to"). */
function lemmaOf(cue: string): string | null {
  const words = cue.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];
  if (words.length === 0) return null;
  if (/^(?:according to|in the)/u.test(words.join(' '))) return words.join(' ');
  const verbs = words.filter(
    (word) =>
      !/^(?:as|has|had|have|was|is|were|been|be|to|will|would|also|not|did|does|by|on|for|of|about|against|at|to|that)$|ly$/u.test(
        word,
      ),
  );
  return verbLemma(verbs.at(-1) ?? words.at(-1)!);
}
