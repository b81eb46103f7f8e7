import { sql, type Transaction } from 'kysely';
import type { Candidate, Census, KnownName } from '../../link/entities/decide.js';
import type { NameKeys } from '../../link/entities/index-keys.js';
import type { SpeakerType } from '../../terms/vocabulary.js';
import type { Database } from '../database.js';

type Session = Database | Transaction<unknown>;

/** What is on record that a name may stand for. */
export interface Found {
  readonly candidates: readonly Candidate[];
  readonly census: Census;
}

/**
 * Finds, for each name, the entities that it may stand for, in one question (schema/0023-company-by-links.sql): by key, by
 * spelling, by surname and initial; a name that nobody bears also a slip of the pen away, and last by trigrams (the least
 * similarity is a setting of the connection, database.ts).
 * @param besides ids of entities known to be named in the same article.
 * @returns in the order of the names.
 */
export async function findCandidates(
  db: Session,
  names: readonly NameKeys[],
  besides: readonly string[],
): Promise<Found[]> {
  if (names.length === 0) return [];
  const asked = names.map(({ key, spelling, surname, given, fuzzy }) => ({ key, spelling, surname, given, fuzzy })); // prettier-ignore
  const { rows } = await sql<{ found: RawFound }>`
    select entities_like(${JSON.stringify(asked)}::jsonb, ${besides}::text[]) as found`.execute(db);
  const { names: hits, evidence } = rows[0]!.found;
  const known = new Map(evidence.map((row) => [row.entityId, candidateOf(row)]));
  return hits.map(({ hits: ids, ...census }) => ({
    candidates: distinct(ids.map((id) => known.get(id)).filter((candidate) => candidate !== undefined)),
    census,
  }));
}

/** Entities that became one are one candidate. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.entityId, candidate])).values()];
}

interface RawFound {
  readonly names: readonly (Census & { readonly hits: readonly string[] })[];
  readonly evidence: readonly RawEvidence[];
}

/** What is on record of the entity that holds `entityId` now; null for nothing. */
interface RawEvidence {
  readonly entityId: string;
  readonly root: string;
  readonly type: SpeakerType | null;
  readonly names: readonly KnownName[] | null;
  readonly roles: readonly string[];
  readonly contexts: readonly Context[] | null;
  readonly companions: readonly string[];
  readonly company: number;
}

/** What a link keeps of its mention. */
export interface Context {
  readonly type: SpeakerType | null;
  readonly roles: readonly string[];
  readonly day: string | null;
}

function candidateOf({
  root,
  type,
  names,
  roles,
  contexts: told,
  companions,
  company,
}: RawEvidence): Candidate {
  const contexts = told ?? [];
  const days = contexts.map(({ day }) => day).filter((day) => day !== null).sort(); // prettier-ignore
  return {
    entityId: root,
    type: type ?? contexts.find((context) => context.type !== null)?.type ?? null,
    names: names ?? [],
    roles: [...new Set([...roles, ...contexts.flatMap((context) => context.roles)])],
    companions: new Set(companions),
    company,
    days: days.length === 0 ? null : [days[0]!, days.at(-1)!],
  };
}
