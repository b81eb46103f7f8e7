import type { Database } from './database.js';
import { articleClaims, type ArticleClaims, type ArticlePosition } from './queries/article-claims.js';
import { health, type Health } from './queries/health.js';
import { named, namingMonths, type NamingMonth } from './queries/naming-months.js';
import { speaker, speakerOfEntity, type Count, type SpeakerView } from './queries/speaker.js';

export type { ArticleClaims, ArticlePosition, Count, Health, NamingMonth, SpeakerView };

/** What is told of one article, one speaker, one disputed name, and of the ledger itself. */
export interface Reports {
  /** Positions, relations and designations of an article's newest reading. */
  articleClaims(id: string, asKnown?: Date): Promise<ArticleClaims>;
  /** What is on record of one speaker, by the exact name, capitals aside; null where no statement has it. */
  speaker(name: string): Promise<SpeakerView | null>;
  /** As `speaker`, of an entity, whatever each article calls it; null where no statement is its own. */
  speakerOfEntity(id: string, asKnown?: Date): Promise<SpeakerView | null>;
  /** How often outlets used which label for an entity in their own voice, month by month; at most 2,000. */
  namingMonths(entity: string, asKnown?: Date): Promise<NamingMonth[]>;
  /** What designations on record name, commonest first; at most 200. */
  named(): Promise<string[]>;
  health(): Promise<Health>;
}

/** The reports of a ledger's database. */
export function reports(db: Database, clock: () => Date): Reports {
  return {
    articleClaims: (id, asKnown) => articleClaims(db, id, asKnown),
    speaker: (name) => speaker(db, name),
    speakerOfEntity: (id, asKnown) => speakerOfEntity(db, id, asKnown),
    namingMonths: (entity, asKnown) => namingMonths(db, entity, asKnown),
    named: () => named(db),
    health: () => health(db, clock()),
  };
}
