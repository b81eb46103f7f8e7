import type { Span } from '../terms/span.js';

/** Words that name an entity, before they are grouped into a designation. */
export interface Label {
  readonly entity: string;
  readonly span: Span;
  readonly marks: readonly string[];
}
