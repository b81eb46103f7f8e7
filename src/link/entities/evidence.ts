import { fold } from './fold.js';
import { commonOffices, emptyWords, genericBodyWords, landStems, titles } from './words.js';

/** One thing that speaks for or against, in log odds. `what`: the words or name it rests on. */
export interface Reason {
  readonly kind: string;
  readonly weight: number;
  readonly what: string;
}

interface RoleWords {
  /** What tells something, cut to its stem: "Drovian" and "Drovia" are one. */
  readonly stems: ReadonlySet<string>;
  /** Of those, the proper names: lands, bodies. */
  readonly proper: ReadonlySet<string>;
}

function roleWords(role: string): RoleWords {
  const words = role.replace(/[.,]/gu, ' ').split(/\s+/u).map((told) => ({ told, folded: fold(told).replace(/s$/u, (s) => (/['’]s$/u.test(told) ? '' : s)) })); // prettier-ignore
  const telling = words.filter(({ folded }) => folded !== '' && !emptyWords.has(folded));
  const stem = (folded: string): string => {
    const cut = folded.slice(0, 6);
    return landStems.get(cut) ?? cut;
  };
  const isProper = (told: string, folded: string): boolean =>
    /^\p{Lu}/u.test(told) && !commonOffices.has(stem(folded)) && !genericBodyWords.has(folded) && !titles.has(folded); // prettier-ignore
  return {
    stems: new Set(telling.map(({ folded }) => stem(folded))),
    proper: new Set(telling.filter(({ told, folded }) => isProper(told, folded)).map(({ folded }) => stem(folded))), // prettier-ignore
  };
}

/** How the roles told agree with the best of those on record; null where either tells none. */
export function compareRoles(told: readonly string[], known: readonly string[]): Reason | null {
  if (told.length === 0 || known.length === 0) return null;
  const own = told.map(roleWords);
  const best = known
    .map((role) => ({ role, weight: Math.max(...own.map((words) => agreementOf(words, roleWords(role)))) }))
    .reduce((a, b) => (b.weight > a.weight ? b : a));
  return { kind: 'role', weight: best.weight, what: best.role };
}

/** What roles weigh that have nothing in common; less where one of them is vague ("general"). */
const other = -1.8;
const otherVague = -0.5;

function agreementOf(a: RoleWords, b: RoleWords): number {
  if (a.stems.size === 0 || b.stems.size === 0) return 0;
  const shared = [...a.stems].filter((stem) => b.stems.has(stem));
  if (shared.length === 0) return isVague(a) || isVague(b) ? otherVague : other;
  const lands = shared.filter((stem) => a.proper.has(stem) || b.proper.has(stem));
  // A land alone is shared by many; the same office of the same land is held by one at a time.
  if (lands.length === shared.length) return 1.2;
  const words = shared.reduce((sum, stem) => sum + (commonOffices.has(stem) ? 0.7 : 2), 0);
  const weight = Math.min(5.5, words + (lands.length > 0 ? 1.5 : 0));
  return isElsewhere(a.proper, b.proper) ? Math.min(0, weight - 4) - 1 : weight;
}

function isVague({ stems, proper }: RoleWords): boolean {
  return proper.size === 0 && stems.size < 3;
}

/** "Mayor of A" and "mayor of B": each names what the other does not, and they name nothing together. */
function isElsewhere(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return a.size > shared && b.size > shared && 2 * shared <= Math.min(a.size, b.size);
}

/** An entity named in the same article. */
export interface Companion {
  readonly entityId: string;
  readonly isPerson: boolean;
}

/** Who else is named in both; null where either tells nobody. */
export function compareCompanions(
  told: readonly Companion[],
  { companions, company }: { readonly companions: ReadonlySet<string>; readonly company: number },
): Reason | null {
  if (told.length === 0 || company === 0) return null;
  const shared = told.filter(({ entityId }) => companions.has(entityId));
  // Places and bodies are in many articles; a person is telling.
  const weight = shared.reduce((sum, { isPerson }) => sum + (isPerson ? 2.5 : 0.7), 0);
  if (shared.length > 0)
    return { kind: 'company', weight: Math.min(6, weight), what: shared.map((c) => c.entityId).join(' ') };
  return told.length > 2 && company > 2 ? { kind: 'company', weight: -0.5, what: '' } : null;
}

const farApart = 25;

/** Against, where more than a working life lies between, and a little for each year from the second; else null. */
export function compareDays(
  day: string | null,
  known: readonly [first: string, last: string] | null,
): Reason | null {
  if (day === null || known === null) return null;
  const year = (of: string): number => Number(of.slice(0, 4));
  const gap = Math.max(year(known[0]) - year(day), year(day) - year(known[1]), 0);
  if (gap < 2) return null;
  return { kind: 'days', weight: gap > farApart ? -3 : -Math.min(1.5, 0.25 * gap), what: `${gap} years` };
}
