import type { Span } from '../../terms/span.js';

/** A run of letters and digits, or one other character: what the model labels. The training code splits alike. */
export interface Unit {
  readonly span: Span;
  /** Case (5) × inside quotation marks (2) × first of its paragraph (2), in [0, 20). */
  readonly feature: number;
}

const unit = /[\p{L}\p{N}\p{M}_]+|\S/gu;

/** The units of a text, at most `most`, in order. Linear. */
export function unitsOf(text: string, most: number): Unit[] {
  const found: Unit[] = [];
  let inside = false;
  let last = 0;
  for (const match of text.matchAll(unit)) {
    if (found.length === most) break;
    const [word] = match;
    const start = match.index;
    const first = last === 0 || text.slice(last, start).includes('\n\n');
    if (first) inside = false;
    if (/^[“«„]$/u.test(word)) inside = true;
    const quoted = inside || word === '"';
    if (/^[”»]$/u.test(word)) inside = false;
    else if (word === '"') inside = !inside;
    found.push({
      span: [start, start + word.length],
      feature: caseOf(word) * 4 + (quoted ? 2 : 0) + (first ? 1 : 0),
    });
    last = start + word.length;
  }
  return found;
}

/** 0 lower case, 1 capitalised, 2 all capitals, 3 digits, 4 neither letters nor digits. */
function caseOf(word: string): number {
  if (/^\p{N}/u.test(word)) return 3;
  if (!/^[\p{L}\p{M}_]/u.test(word)) return 4;
  if (!/^\p{Lu}/u.test(word)) return 0;
  return word.length > 1 && word === word.toUpperCase() ? 2 : 1;
}
