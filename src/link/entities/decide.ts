import type { SpeakerType } from '../../terms/vocabulary.js';
import { comparePeople, type Agreement } from './compare-names.js';
import { compareCompanions, compareDays, compareRoles, type Companion, type Reason } from './evidence.js';
import { personName, type Name } from './name.js';
import { classOf, isTelling, nameAs, type Told } from './told.js';

/** Version of the decision, kept with each link. */
export const matcher = 'names/2';

/** A mention to decide on: a name told, with the company it is in. */
export interface Mention extends Told {
  /** Whom the other names of the article stand for, as far as that is known. */
  readonly companions: readonly Companion[];
  /** Day of the article, ISO 8601; null when untold. */
  readonly day: string | null;
}

/** A name as told, and which of the entities that became one was told by it. */
export interface KnownName {
  readonly told: string;
  readonly of: string;
}

/** An entity that the mention may be of, with all that is on record of it. */
export interface Candidate {
  readonly entityId: string;
  readonly type: SpeakerType | null;
  /** At least one. */
  readonly names: readonly KnownName[];
  readonly roles: readonly string[];
  /** Ids of entities named beside it; those may be left out that the mention's article does not name. */
  readonly companions: ReadonlySet<string>;
  /** How often others are named beside it, whoever they are. */
  readonly company: number;
  /** First and last day on record; null where no day is told. */
  readonly days: readonly [first: string, last: string] | null;
}

/** How common the parts of a name are among the entities on record: what is rare proves more. */
export interface Census {
  readonly entities: number;
  readonly surname: number;
  readonly given: number;
}

/**
 * What was decided, and why. `score` is the probability that the mention is of that entity. Where several entities became
 * one, it is the one of them with the best name that is joined, so that the mention goes with it if they are parted.
 */
export type Decision =
  | {
      readonly outcome: 'joins';
      readonly entityId: string;
      readonly score: number;
      readonly reasons: readonly Reason[];
    }
  | { readonly outcome: 'founds'; readonly reasons: readonly Reason[] };

/** Log odds from which a mention joins an entity: 12 to 1. */
const enough = 2.5;
/** The same where nothing but the name speaks for it: 24 to 1, since namesakes are commoner than names alone tell. */
const enoughByName = 3.2;
/** By how much the best must lead the next, in log odds. */
const lead = 1.5;

/**
 * Decides which entity a mention is of, by the name, the roles, who else is named and when (Fellegi and Sunter, JASA
 * 1969: independent log odds are added). A surname alone never decides: without a role or company it founds an entity
 * of its own.
 * @param candidates in any order; those of other names do no harm.
 */
export function decide(mention: Mention, candidates: readonly Candidate[], census: Census): Decision {
  const weighed = candidates
    .map((candidate) => weigh(mention, candidate, candidates, census))
    .filter((one) => one !== null)
    .sort((a, b) => b.odds - a.odds || (a.of < b.of ? -1 : 1));
  const [best, next] = weighed;
  if (best === undefined) return { outcome: 'founds', reasons: [] };
  if (best.odds < needed(best)) return { outcome: 'founds', reasons: best.reasons };
  if (next !== undefined && best.odds - next.odds < lead) {
    const rival = { kind: 'rival', weight: next.odds - best.odds, what: next.reasons[0]!.what };
    return { outcome: 'founds', reasons: [...best.reasons, rival] };
  }
  return { outcome: 'joins', entityId: best.of, score: probability(best.odds), reasons: best.reasons };
}

function needed({ reasons: [, ...others] }: Weighed): number {
  return others.some(({ weight }) => weight > 0) ? enough : enoughByName;
}

interface Weighed {
  readonly of: string;
  readonly odds: number;
  /** The name first. */
  readonly reasons: readonly Reason[];
}

/** Null where the names are of two. */
function weigh(
  mention: Mention,
  candidate: Candidate,
  all: readonly Candidate[],
  census: Census,
): Weighed | null {
  const name = compareName(mention, candidate, all, census);
  if (name === null) return null;
  const { of, ...reason } = name;
  const reasons = [
    reason,
    compareRoles(mention.roles, candidate.roles),
    compareCompanions(mention.companions, candidate),
    compareDays(mention.day, candidate.days),
  ].filter((one) => one !== null);
  return { of, reasons, odds: reasons.reduce((odds, { weight }) => odds + weight, 0) };
}

type NameReason = Reason & { readonly of: string };

/** Null where the names are of two. */
function compareName(
  mention: Mention,
  candidate: Candidate,
  all: readonly Candidate[],
  census: Census,
): NameReason | null {
  const [a, b] = [classOf(mention.type), classOf(candidate.type)];
  if (a === 'person' && b === 'person') return comparePerson(mention, candidate, all, census);
  if (a !== b && a !== 'unknown' && b !== 'unknown') return null;
  // A name that is only spoken of is compared as a person's where the entity is one, but must be full and the same.
  const type = mention.type ?? candidate.type;
  const own = nameAs(mention.name, type);
  if (!isTelling(own, type)) return null;
  const same = candidate.names.find(({ told }) => nameAs(told, type).key === own.key);
  if (same !== undefined) return { kind: 'full', weight: 5, what: same.told, of: same.of };
  const spelt = candidate.names.find(({ told }) => nameAs(told, type).spelling === own.spelling);
  return spelt === undefined ? null : { kind: 'spelling', weight: 3, what: spelt.told, of: spelt.of };
}

function comparePerson(
  mention: Mention,
  candidate: Candidate,
  all: readonly Candidate[],
  census: Census,
): NameReason | null {
  const own = personName(mention.name);
  const weights = weightsOf(census);
  const best = candidate.names
    .map((name) => ({ ...name, found: comparePeople(own, personName(name.told)) }))
    .reduce((x, y) => (weights[y.found] > weights[x.found] ? y : x));
  if (best.found === 'none') return null;
  const rivals = best.found === 'initial' || best.found === 'surname' ? bearers(own, all) - 1 : 0;
  const weight = weights[best.found] - 0.5 * Math.log(1 + Math.max(0, rivals));
  return { kind: best.found, weight, what: best.told, of: best.of };
}

function bearers(own: Name, all: readonly Candidate[]): number {
  return all.filter(({ names }) => names.some(({ told }) => comparePeople(own, personName(told)) !== 'none'))
    .length;
}

/** Entities that the ledger does not know yet, for the estimate of namesakes: a young ledger must not be too sure. */
const unseen = 3000;
/** Given names and surnames go together (a country has its own of both), so namesakes are commoner than by chance. */
const together = 10;

/** Log odds of each agreement, from the number of namesakes to be expected by chance. */
function weightsOf({ entities, surname, given }: Census): Readonly<Record<Agreement, number>> {
  const namesakes = ((surname + 0.3) * (given + 0.3) * together) / (entities + unseen);
  const full = Math.min(7, Math.max(1, -Math.log(namesakes)));
  return {
    full,
    spelling: full - 0.7,
    near: full - 3.2,
    part: full - 3,
    initial: Math.min(1.2, full - 3),
    surname: -0.5,
    none: -Infinity,
  };
}

/** Log odds to a probability, to three digits. */
function probability(odds: number): number {
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
}
