import { sql, type Transaction } from 'kysely';
import { comparePeople } from '../../link/entities/compare-names.js';
import { decide, matcher, type Decision, type Mention } from '../../link/entities/decide.js';
import type { Companion } from '../../link/entities/evidence.js';
import { keysOf, type NameKeys } from '../../link/entities/index-keys.js';
import { personName } from '../../link/entities/name.js';
import { classOf, namesTold, type Told } from '../../link/entities/told.js';
import type { LedgerRecord } from '../../terms/record.js';
import { shortHash } from '../ids.js';
import { findCandidates, type Context } from './candidates.js';
import { moves } from './resolved.js';

type Tx = Transaction<unknown>;

interface Place {
  readonly article: string;
  readonly run: string;
  /** Calendar day of publication; null when untold. */
  readonly day: string | null;
}

/**
 * Puts the names that a run tells on record, and says of each name that its article had not told before which entity it
 * is of. What was decided before stays, so that reading again changes nothing.
 */
export async function linkRecord(tx: Tx, record: LedgerRecord, place: Place, now: Date): Promise<void> {
  await linkNames(tx, namesTold(record), place, now);
}

/** As `linkRecord`, for names that somebody told otherwise, as in a correction. */
export async function linkNames(tx: Tx, told: readonly Told[], place: Place, now: Date): Promise<void> {
  if (told.length === 0) return;
  await sql`insert into mention (article_id, run_id, name, type, roles)
    select ${place.article}, ${place.run}, m.* from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as m(
      name text, type text, roles jsonb)
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ name: string; entity_id: string }>`
    select name, entity_id from entity_link where article_id = ${place.article}`.execute(tx);
  const linked = new Map(rows.map((row) => [row.name, row.entity_id]));
  const fresh = told.filter(({ name }) => !linked.has(name));
  if (fresh.length === 0) return;
  const before = told.flatMap(({ name, type }) => companionOf(name, type, linked.get(name)));
  const linking = fresh.map((one) => linkingOf(one, place.day));
  await insertLinks(tx, place, await entitiesFor(tx, linking, before, place), now);
}

/** A name to link, and by what it is found. */
interface Linking {
  readonly mention: Mention;
  readonly keys: NameKeys;
}

interface Linked extends Linking {
  readonly entityId: string;
  readonly isNew: boolean;
  readonly score: number;
  readonly reasons: Decision['reasons'];
}

function linkingOf(one: Told, day: string | null): Linking {
  return { mention: { ...one, companions: [], day }, keys: keysOf(one.name, one.type) };
}

async function entitiesFor(
  tx: Tx,
  linking: readonly Linking[],
  before: readonly Company[],
  place: Place,
): Promise<Linked[]> {
  const split = await splitBefore(tx, place.article);
  const first = await decideAll(tx, linking, before);
  const founding = linking.filter((one, i) => first[i]!.outcome === 'founds' && isSought(one));
  await takeTurns(tx, founding);
  const joined = [...before, ...companyOf(linking, first)];
  const second = founding.length === 0 ? [] : await decideAll(tx, founding, joined);
  const decisions = linking.map((one, i) => second[founding.indexOf(one)] ?? first[i]!);
  const taken = await takenIds(tx, linking.map((one) => sharedId(one))); // prettier-ignore
  return linking.map((one, i) => {
    const kept = split.find(({ name }) => isSamePerson(name, one.mention));
    if (kept !== undefined)
      return { ...one, entityId: kept.into_id, isNew: false, score: 1, reasons: [{ kind: 'split', weight: 0, what: kept.name }] }; // prettier-ignore
    return linkedAs(one, decisions[i]!, taken, place.article);
  });
}

/** Decides by name and role, and then again with the company of those that are known by then. */
async function decideAll(
  tx: Tx,
  linking: readonly Linking[],
  before: readonly Company[],
): Promise<Decision[]> {
  const sought = linking.filter(isSought);
  const found = await findCandidates(
    tx,
    sought.map(({ keys }) => keys),
    before.map(({ entityId }) => entityId),
  );
  const decideWith = (company: readonly Company[]): Decision[] =>
    linking.map((one): Decision => {
      const at = found[sought.indexOf(one)];
      if (at === undefined) return { outcome: 'founds', reasons: [] };
      const companions = company.filter(({ name }) => name !== one.mention.name).slice(0, mostCompanions);
      return decide({ ...one.mention, companions }, at.candidates, at.census);
    });
  return decideWith([...before, ...companyOf(linking, decideWith(before))]);
}

const mostCompanions = 40;

/** A name of the article whose entity is known. */
type Company = Companion & { readonly name: string };

function companyOf(linking: readonly Linking[], decisions: readonly Decision[]): Company[] {
  return linking.flatMap(({ mention: { name, type } }, i) => {
    const decision = decisions[i]!;
    return companionOf(name, type, decision.outcome === 'joins' ? decision.entityId : undefined);
  });
}

function companionOf(name: string, type: Told['type'], entityId: string | undefined): Company[] {
  return entityId === undefined ? [] : [{ name, entityId, isPerson: type === 'person' }];
}

/** "The foreign ministry" names nobody beyond its article. */
function isSought({ mention, keys }: Linking): boolean {
  return keys.telling || classOf(mention.type) === 'person';
}

/** Two writers that both meet a new name take turns, so that they found one entity and not two. */
async function takeTurns(tx: Tx, founding: readonly Linking[]): Promise<void> {
  const keys = [...new Set(founding.map(({ keys: { surname, spelling } }) => surname ?? spelling))].sort();
  if (keys.length === 0) return;
  // In one order everywhere, so that no two writers wait for each other.
  await sql`select pg_advisory_xact_lock(hashtextextended('entity ' || key, 0))
    from (select key from unnest(${keys}::text[]) with ordinality k(key, nth) order by nth) k`.execute(tx);
}

/** What people took out of an entity stays out, when a new reading tells the name otherwise ("Toval", now "M. Toval"). */
async function splitBefore(tx: Tx, article: string): Promise<{ name: string; into_id: string }[]> {
  const { rows } = await sql<{ name: string; into_id: string }>`
    select name, into_id from ${moves()} v where article_id = ${article} order by name`.execute(tx);
  return rows;
}

function isSamePerson(name: string, { name: other, type }: Mention): boolean {
  return type === 'person' && comparePeople(personName(name), personName(other)) !== 'none';
}

/** The same on every machine, where a name alone tells who is meant. */
function sharedId({ mention, keys }: Linking): string {
  return shortHash('entity', classOf(mention.type), keys.key);
}

async function takenIds(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    entity_id: string;
  }>`select entity_id from entity where entity_id = any(${ids}::text[])`.execute(tx);
  return new Set(rows.map(({ entity_id }) => entity_id));
}

function linkedAs(one: Linking, decision: Decision, taken: ReadonlySet<string>, article: string): Linked {
  const { reasons } = decision;
  if (decision.outcome === 'joins')
    return { ...one, entityId: decision.entityId, isNew: false, score: decision.score, reasons };
  const shared = sharedId(one);
  // A namesake, or a name that tells nobody: an entity of this article alone, until more is known.
  const own = shortHash('entity', classOf(one.mention.type), one.keys.key, article);
  return { ...one, entityId: one.keys.telling && !taken.has(shared) ? shared : own, isNew: true, score: 1, reasons }; // prettier-ignore
}

async function insertLinks(tx: Tx, { article }: Place, linked: readonly Linked[], now: Date): Promise<void> {
  const rows = linked.map(({ mention, keys, entityId, score, reasons }) => {
    const { name, type, roles, day } = mention;
    const context: Context = { type, roles, day };
    return { ...keys, name, type, entity_id: entityId, score, reasons, context };
  });
  const given = JSON.stringify(rows);
  await sql`insert into entity (entity_id, type, name, recorded_at)
    select entity_id, type, name, ${now} from jsonb_to_recordset(${given}::jsonb) as r(
      entity_id text, type text, name text)
    on conflict do nothing`.execute(tx);
  await sql`insert into entity_name (entity_id, told, key, spelling, surname, given, fullness, recorded_at)
    select r.*, ${now} from jsonb_to_recordset(${given}::jsonb) as r(
      entity_id text, told text, key text, spelling text, surname text, given text, fullness integer)
    on conflict do nothing`.execute(tx);
  await sql`insert into entity_link (article_id, name, entity_id, score, reasons, context, matcher, recorded_at)
    select ${article}, r.name, r.entity_id, r.score, r.reasons, r.context, ${matcher}, ${now}
    from jsonb_to_recordset(${given}::jsonb) as r(
      name text, entity_id text, score real, reasons jsonb, context jsonb)
    on conflict do nothing`.execute(tx);
}
