import type { Edit } from '../terms/record.js';
import { byPosition, type Span } from '../terms/span.js';

const bracketed = /\[[^[\]\n]{0,300}\]/gu;
const ellipsis = /…|\.{3,}|\. \. \.(?: \.)?/gu;

/**
 * An editor's hand inside quoted words: insertions in brackets, and ellipses ("…", "...", "[...]").
 * @param spans where to look, in text order.
 * @returns in text order; spans do not overlap.
 */
export function findEdits(text: string, spans: readonly Span[]): Edit[] {
  return spans.flatMap((span) => editsIn(text, span)).sort((a, b) => byPosition(a.span, b.span));
}

function editsIn(text: string, [start, end]: Span): Edit[] {
  const piece = text.slice(start, end);
  const found: Edit[] = [];
  for (const match of piece.matchAll(bracketed)) {
    const inner = match[0].slice(1, -1).trim();
    if (inner === '') continue;
    const kind = /^(?:…|\.[ .]*)$/u.test(inner) ? 'ellipsis' : 'insertion';
    found.push({ kind, span: [start + match.index, start + match.index + match[0].length] });
  }
  const brackets = found.map((edit) => edit.span);
  let next = 0;
  for (const match of piece.matchAll(ellipsis)) {
    const at = start + match.index;
    while (next < brackets.length && brackets[next]![1] <= at) next++;
    if (next < brackets.length && brackets[next]![0] <= at) continue;
    found.push({ kind: 'ellipsis', span: [at, at + match[0].length] });
  }
  return found;
}
