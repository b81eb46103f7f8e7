import type { Statement } from '../terms/record.js';
import type { Mark } from './marked-text.js';

/** The marks of a statement's three roles. With an id, they lead to it. */
export function marksOf(roles: Pick<Statement, 'source' | 'cue' | 'content'>, id?: string): Mark[] {
  return (['source', 'cue', 'content'] as const).flatMap((role) =>
    roles[role].map((span) => ({ span, role, ...(id === undefined ? {} : { statement: id }) })),
  );
}
