import { overlaps, slice, type Span } from '../terms/span.js';
import type { Kind } from '../terms/vocabulary.js';

/**
 * Kind of a statement, by the marks alone: direct when every word of the content but a leading "that" stands in
 * quotation marks, indirect when none does, else mixed. Words in an editor's brackets count as the quotation's.
 */
export function kindOf(text: string, content: readonly Span[], quoted: readonly Span[]): Kind {
  let inside = 0;
  let outside = 0;
  content.forEach((span, i) => {
    const near = quoted.filter((q) => overlaps(q, span));
    for (const match of slice(text, span).matchAll(/[\p{L}\p{N}]+/gu)) {
      const at = span[0] + match.index;
      if (near.some(([start, end]) => start <= at && at < end)) inside++;
      else if (!(i === 0 && outside === 0 && inside === 0 && /^that$/i.test(match[0]))) outside++;
    }
  });
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
