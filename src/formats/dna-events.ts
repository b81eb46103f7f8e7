import type { ExportedPosition, ExportedStatement } from '../ledger/ledger.js';
import { propositionOf } from './format.js';
import { shortTextLength } from './dna-schema.js';

/** A position as its users code one in Discourse Network Analyzer: an actor, a concept, and agreement with it or not. */
export interface DnaEvent {
  readonly row: ExportedStatement;
  readonly position: ExportedPosition;
  readonly person: string;
  readonly organization: string;
  readonly concept: string;
  /** Null where the stance takes no side: open, conditional, "not now", undecided. */
  readonly agreement: boolean | null;
}

/** The positions of a statement. A holder that is no person is coded as an organization. */
export function eventsOf(row: ExportedStatement): DnaEvent[] {
  return row.positions.map((position) => {
    const isPerson = row.statement.speaker.type === 'person' && row.statement.speaker.entity === position.holder;
    return {
      row,
      position,
      person: isPerson ? short(position.holder) : '',
      organization: isPerson ? '' : short(position.holder),
      concept: short(propositionOf(position)),
      agreement: position.stance === 'for' ? true : position.stance === 'against' ? false : null,
    };
  });
} // prettier-ignore

/** Seconds since 1970 of the publication, or of the recording where none is told; UTC. */
export function timeOf({ article, statement }: ExportedStatement): number {
  const time = Date.parse(article.published ?? '');
  return Math.floor((Number.isNaN(time) ? Date.parse(statement.recordedAt) : time) / 1000);
}

/** Cut to what a short text there holds. */
export function short(text: string): string {
  const points = Array.from(text);
  return points.length <= shortTextLength ? text : `${points.slice(0, shortTextLength - 1).join('')}…`;
}

/** Notes on a document: where the file came from. */
export function notesOf({ article, statement, pageHash }: ExportedStatement): string {
  return [article.url, `onrecord version ${statement.versionId}`, pageHash && `page SHA-256 ${pageHash}`]
    .filter(Boolean)
    .join('\n');
}
