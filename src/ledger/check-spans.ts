import type { LedgerRecord } from '../terms/record.js';
import { trim, type Span } from '../terms/span.js';
import { RecordRefusedError } from './error.js';

/**
 * Every part of a record must be an exact, trimmed slice of its own text, and the database must be able to hold the text.
 * @throws {RecordRefusedError} saying which part is not.
 */
export function checkSpans({ article, statements, relations, designations, positions }: LedgerRecord): void {
  const { text, title } = article;
  const refuse = (reason: string): never => {
    throw new RecordRefusedError(title, reason);
  };
  if (/\0|\p{Surrogate}/u.test(text)) refuse('its text holds a NUL or half of a surrogate pair');
  const check = (what: string, span: Span): void => {
    if (span[1] > text.length) refuse(`a ${what} ends at ${span[1]}, the text at ${text.length}`);
    const trimmed = trim(text, span);
    if (trimmed?.[0] !== span[0] || trimmed[1] !== span[1])
      refuse(`a ${what} at ${span[0]} has white space at its edge`);
  };
  for (const { source, cue, content } of statements) [...source, ...cue, ...content].forEach((span) => { check('statement', span); }); // prettier-ignore
  for (const { voice, span } of relations) {
    check('relation', span);
    if (voice !== 'outlet' && voice >= statements.length)
      refuse('a relation names a statement that is not there');
  }
  for (const { voice, spans } of designations) {
    spans.forEach((span) => { check('designation', span); }); // prettier-ignore
    if (voice !== 'outlet' && voice >= statements.length)
      refuse('a designation names a statement that is not there');
  }
  if (positions.some(({ statement }) => statement >= statements.length))
    refuse('a position names a statement that is not there');
}
