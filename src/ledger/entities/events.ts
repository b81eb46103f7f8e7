import { sql, type Transaction } from 'kysely';
import { keysOf } from '../../link/entities/index-keys.js';
import type { SpeakerType } from '../../terms/vocabulary.js';
import type { Database } from '../database.js';
import { EntityNotFoundError, EntityRefusedError } from '../error.js';
import { shortHash } from '../ids.js';
import { linksOf, roots, standingEvents } from './resolved.js';

type Tx = Transaction<unknown>;

/** Who decides, and why. */
export interface Author {
  readonly author: string;
  readonly reason?: string | undefined;
}

/** What a person decided about an entity. Nothing that was decided is ever deleted. */
export interface EntityEvent {
  readonly id: string;
  readonly kind: 'merge' | 'split' | 'rename' | 'undo';
  /** The entity that was merged, split or renamed; null for an undo. */
  readonly entityId: string | null;
  /** What it was merged into, or where the mentions went. */
  readonly intoId: string | null;
  /** The name given. */
  readonly name: string | null;
  /** The event taken back. */
  readonly undoes: string | null;
  readonly author: string;
  readonly reason: string | null;
  /** ISO 8601. */
  readonly recordedAt: string;
  /** False where an undo took it back. */
  readonly stands: boolean;
}

/** A name told in an article. */
export interface MentionKey {
  readonly articleId: string;
  readonly name: string;
}

/** Which mentions a split takes out: those of these articles, those told by these names, or these. */
export interface SplitChoice {
  readonly articles?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly mentions?: readonly MentionKey[] | undefined;
  /** Give them to this entity; without it they become a new one. */
  readonly into?: string | undefined;
  /** What the new entity is called; else by the fullest name told. */
  readonly name?: string | undefined;
}

/**
 * Says that two entities are one. The second's name and id are kept.
 * @throws {EntityNotFoundError} where there is none of an id.
 * @throws {EntityRefusedError} where they are one already.
 */
export function mergeEntities(
  db: Database,
  from: string,
  into: string,
  by: Author,
  now: Date,
): Promise<EntityEvent> {
  return inTurn(db, now, async (tx, at) => {
    const [a, b] = [await rootOf(tx, from), await rootOf(tx, into)];
    if (a === b) throw new EntityRefusedError(from, `it is one with ${into} already`);
    return record(tx, { kind: 'merge', entityId: a, intoId: b }, by, at);
  });
}

/**
 * Takes mentions out of an entity: to a new one, or to another.
 * @throws {EntityNotFoundError} where there is none of an id.
 * @throws {EntityRefusedError} where the choice takes nothing, or leaves nothing.
 */
export function splitEntity(
  db: Database,
  entity: string,
  choice: SplitChoice,
  by: Author,
  now: Date,
): Promise<EntityEvent> {
  return inTurn(db, now, async (tx, at) => {
    const id = await rootOf(tx, entity);
    const mentions = await mentionsOf(tx, id);
    const chosen = mentions.filter((mention) => isChosen(mention, choice));
    if (chosen.length === 0) throw new EntityRefusedError(entity, 'none of its mentions fits what was chosen'); // prettier-ignore
    if (chosen.length === mentions.length) throw new EntityRefusedError(entity, 'nothing would be left of it; rename or merge it instead'); // prettier-ignore
    const into = choice.into === undefined ? await foundBySplit(tx, id, chosen, choice, at) : await rootOf(tx, choice.into); // prettier-ignore
    if (into === id) throw new EntityRefusedError(entity, 'the mentions are there already');
    await nameBy(tx, into, chosen, at);
    const event = await record(tx, { kind: 'split', entityId: id, intoId: into }, by, at);
    await sql`insert into entity_event_mention (event_id, article_id, name)
      select ${event.id}, m.* from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) as m("articleId" text, name text)`.execute(tx); // prettier-ignore
    return event;
  });
}

/**
 * Says how an entity is to be shown. The names told stay as they are.
 * @throws {EntityNotFoundError} where there is none of this id.
 * @throws {EntityRefusedError} where the name is empty or longer than 200 characters.
 */
export function renameEntity(
  db: Database,
  entity: string,
  name: string,
  by: Author,
  now: Date,
): Promise<EntityEvent> {
  return inTurn(db, now, async (tx, at) => {
    const given = checkName(entity, name);
    return record(tx, { kind: 'rename', entityId: await rootOf(tx, entity), name: given }, by, at);
  });
}

/**
 * Takes an event back. What it changed is as if it had not been; the event and its undoing stay on record.
 * @param event its id, or the first six or more characters of it.
 * @throws {EntityNotFoundError} where there is no such event, or several.
 * @throws {EntityRefusedError} where it is an undo, or taken back already.
 */
export function undoEntityEvent(db: Database, event: string, by: Author, now: Date): Promise<EntityEvent> {
  return inTurn(db, now, async (tx, at) => {
    const id = await eventOf(tx, event);
    return record(tx, { kind: 'undo', undoes: id }, by, at);
  });
}

/** Events change what others mean, so they are made one after the other, at times that rise strictly. */
function inTurn<T>(db: Database, now: Date, make: (tx: Tx, at: Date) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('entity events', 0))`.execute(tx);
    const { rows } = await sql<{ last: Date | null }>`select max(recorded_at) as last from entity_event`.execute(tx); // prettier-ignore
    const last = rows[0]?.last ?? null;
    return make(tx, last === null ? now : new Date(Math.max(now.getTime(), new Date(last).getTime() + 1)));
  });
}

interface Draft {
  readonly kind: EntityEvent['kind'];
  readonly entityId?: string;
  readonly intoId?: string;
  readonly name?: string;
  readonly undoes?: string;
}

async function record(tx: Tx, draft: Draft, by: Author, at: Date): Promise<EntityEvent> {
  const { kind, entityId = null, intoId = null, name = null, undoes = null } = draft;
  const reason = by.reason ?? null;
  const id = shortHash('event', kind, entityId, intoId, name, undoes, by.author, at.toISOString());
  await sql`insert into entity_event (event_id, kind, entity_id, into_id, name, undoes, author, reason, recorded_at)
    values (${id}, ${kind}, ${entityId}, ${intoId}, ${name}, ${undoes}, ${by.author}, ${reason}, ${at})`.execute(tx); // prettier-ignore
  return { id, kind, entityId, intoId, name, undoes, author: by.author, reason, recordedAt: at.toISOString(), stands: true }; // prettier-ignore
}

/** The entity that holds this one now. */
async function rootOf(tx: Tx, id: string): Promise<string> {
  const { rows } = await sql<{ entity_id: string; root: string }>`
    select e.entity_id, coalesce(r.root, e.entity_id) as root
    from entity e left join ${roots()} r on r.entity_id = e.entity_id
    where e.entity_id like ${/^[0-9a-f]{6,16}$/u.test(id) ? `${id}%` : ''} limit 2`.execute(tx);
  if (rows.length !== 1) throw new EntityNotFoundError(id, rows.length > 1);
  return rows[0]!.root;
}

async function eventOf(tx: Tx, id: string): Promise<string> {
  const { rows } = await sql<{ event_id: string; kind: string; stands: boolean }>`
    select event_id, kind, event_id in (select event_id from ${standingEvents()} s) as stands from entity_event
    where event_id like ${/^[0-9a-f]{6,16}$/u.test(id) ? `${id}%` : ''} limit 2`.execute(tx);
  const [only] = rows;
  if (only === undefined || rows.length > 1) throw new EntityNotFoundError(id, rows.length > 1, 'event');
  if (only.kind === 'undo') throw new EntityRefusedError(id, 'an undo is not taken back; make the event again'); // prettier-ignore
  if (!only.stands) throw new EntityRefusedError(id, 'it has been taken back already');
  return only.event_id;
}

interface RawMention extends MentionKey {
  readonly type: SpeakerType | null;
}

async function mentionsOf(tx: Tx, id: string): Promise<RawMention[]> {
  const { rows } = await sql<RawMention>`
    select l.article_id as "articleId", l.name, l.context->>'type' as type
    from ${linksOf(sql`select ${id}::text`)} l order by 1, 2`.execute(tx);
  return rows;
}

function isChosen(mention: MentionKey, { articles, names, mentions }: SplitChoice): boolean {
  if (mentions?.some((m) => m.articleId === mention.articleId && m.name === mention.name) === true) return true; // prettier-ignore
  if (articles === undefined && names === undefined) return false;
  const inArticle = articles === undefined || articles.some((id) => id.length >= 6 && mention.articleId.startsWith(id)); // prettier-ignore
  return inArticle && (names === undefined || names.includes(mention.name));
}

async function foundBySplit(
  tx: Tx,
  from: string,
  chosen: readonly RawMention[],
  { name }: SplitChoice,
  at: Date,
): Promise<string> {
  const shown = name === undefined ? fullest(chosen) : checkName(from, name);
  const id = shortHash('entity', 'split', from, chosen, at.toISOString());
  const type = chosen.find((mention) => mention.type !== null)?.type ?? null;
  await sql`insert into entity (entity_id, type, name, named, recorded_at) values (${id}, ${type}, ${shown}, ${name !== undefined}, ${at})`.execute(tx); // prettier-ignore
  if (name !== undefined) await nameBy(tx, id, [{ articleId: '', name: shown, type }], at);
  return id;
}

function fullest(mentions: readonly RawMention[]): string {
  const keys = mentions.map(({ name, type }) => keysOf(name, type));
  return keys.reduce((a, b) => (b.fullness > a.fullness ? b : a)).told;
}

/** An entity can be found by the names of the mentions that it is given. */
async function nameBy(tx: Tx, id: string, mentions: readonly RawMention[], at: Date): Promise<void> {
  const keys = mentions.map(({ name, type }) => keysOf(name, type));
  await sql`insert into entity_name (entity_id, told, key, spelling, surname, given, fullness, recorded_at)
    select ${id}, r.*, ${at} from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as r(
      told text, key text, spelling text, surname text, given text, fullness integer)
    on conflict do nothing`.execute(tx);
}

function checkName(entity: string, name: string): string {
  const given = name
    .replace(/\0|\p{Surrogate}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (given === '' || given.length > 200)
    throw new EntityRefusedError(entity, 'a name has 1 to 200 characters');
  return given;
}
