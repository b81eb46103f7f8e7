import { overlaps, slice, type Span } from '../terms/span.js';
import type { Edit } from '../terms/record.js';

const EDIT = /\[[^[\]\n]{0,300}\]|\(\.\.\.\)|\(…\)|…|\.{3,}|\. \. \./gu;

/**
 * What an editor put into a quotation or left out of it.
 * @param content spans of one statement. @param quoted quoted stretches of the text.
 * @returns in text order: bracketed words (`insertion`) and dots (`ellipsis`, also in brackets), inside quoted content only.
 */
export function findEdits(text: string, content: readonly Span[], quoted: readonly Span[]): Edit[] {
  const edits: Edit[] = [];
  for (const span of content) {
    const near = quoted.filter((q) => overlaps(q, span));
    for (const match of slice(text, span).matchAll(EDIT)) {
      const found: Span = [span[0] + match.index, span[0] + match.index + match[0].length];
      if (!near.some((q) => overlaps(q, found))) continue;
      const dots = /^[[(]?\s*(?:…|\.\s?\.\s?\.)+\s*[\])]?$/u.test(match[0]);
      edits.push({ kind: dots ? 'ellipsis' : 'insertion', span: found });
    }
  }
  return edits;
}
