import type { Span } from '../../terms/span.js';
import type { Statement } from '../../terms/record.js';
import type { Mark } from './marked-text.js';

/** The marks of a statement's three roles. With an id, they lead to it. */
export function marksOf(roles: Pick<Statement, 'source' | 'cue' | 'content'>, id?: string): Mark[] {
  return (['source', 'cue', 'content'] as const).flatMap((role) =>
    roles[role].map((span) => ({ span, role, ...(id === undefined ? {} : { statement: id }) })),
  );
}

/** The marks of an editor's words inside a statement's content. */
export function marksOfEdits({ edits }: Pick<Statement, 'edits'>): Mark[] {
  return edits.map(({ kind, span }) => ({
    span,
    role: 'edit',
    note: kind === 'insertion' ? 'an editor’s words' : 'words left out',
  }));
}

interface Named {
  readonly entity: string;
  readonly marks: readonly string[];
  readonly spans: readonly Span[];
}

/** The marks of how things are named, each with the thing that is meant. */
export function marksOfNames({ designations }: { readonly designations: readonly Named[] }): Mark[] {
  return designations.flatMap(({ spans, entity, marks }) =>
    spans.map((span) => ({
      span,
      role: 'name' as const,
      note: `names ${entity}${marks.length === 0 ? '' : `; marks: ${marks.join(', ')}`}`,
    })),
  );
}

/** A link is only made of what a browser may follow safely. */
export function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//iu.test(url) && URL.canParse(url);
}
