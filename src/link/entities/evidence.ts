import { fold } from './fold.js';
import { commonOffices, emptyWords } from './words.js';

/** One thing that speaks for or against, in log odds. `what`: the words or name it rests on. */
export interface Reason {
  readonly kind: string;
  readonly weight: number;
  readonly what: string;
}

/** The words of a role that tell something, cut to their stem: "Drovian" and "Drovia" are one. */
function roleStems(role: string): ReadonlySet<string> {
  const words = fold(role).replace(/[.,]/gu, ' ').split(/\s+/u);
  return new Set(
    words.filter((word) => word !== '' && !emptyWords.has(word)).map((word) => word.slice(0, 6)),
  );
}

/** How the roles told agree with the best of those on record; null where either tells none. */
export function compareRoles(told: readonly string[], known: readonly string[]): Reason | null {
  if (told.length === 0 || known.length === 0) return null;
  const own = told.map(roleStems);
  const best = known
    .map((role) => ({ role, weight: Math.max(...own.map((stems) => agreementOf(stems, roleStems(role)))) }))
    .reduce((a, b) => (b.weight > a.weight ? b : a));
  return { kind: 'role', weight: best.weight, what: best.role };
}

function agreementOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((stem) => b.has(stem));
  if (shared.length === 0) return -1.2;
  return Math.min(4, shared.reduce((sum, stem) => sum + (commonOffices.has(stem) ? 0.7 : 2), 0)); // prettier-ignore
}

/** An entity named in the same article. */
export interface Companion {
  readonly entityId: string;
  readonly isPerson: boolean;
}

/** Who else is named in both; null where either tells nobody. */
export function compareCompanions(told: readonly Companion[], known: ReadonlySet<string>): Reason | null {
  if (told.length === 0 || known.size === 0) return null;
  const shared = told.filter(({ entityId }) => known.has(entityId));
  // Places and bodies are in many articles; a person is telling.
  const weight = shared.reduce((sum, { isPerson }) => sum + (isPerson ? 2 : 0.7), 0);
  if (shared.length > 0)
    return { kind: 'company', weight: Math.min(4, weight), what: shared.map((c) => c.entityId).join(' ') };
  return told.length > 2 && known.size > 2 ? { kind: 'company', weight: -0.5, what: '' } : null;
}

const farApart = 25;

/** Against, where more than a working life lies between; else null. */
export function compareDays(
  day: string | null,
  known: readonly [first: string, last: string] | null,
): Reason | null {
  if (day === null || known === null) return null;
  const year = (of: string): number => Number(of.slice(0, 4));
  const gap = Math.max(year(known[0]) - year(day), year(day) - year(known[1]), 0);
  return gap > farApart ? { kind: 'days', weight: -3, what: `${gap} years` } : null;
}
