import { sql, type RawBuilder } from 'kysely';
import { literal, searchable } from '../queries/page.js';

/**
 * Whom names stand for, worked out from links and events, to stand after `from` or `join`. Each takes the instant as of
 * which it is wanted; undefined counts all that is on record. People make few events, so the lists of events are read
 * whole; links, of which there are many, are reached by their keys. What is longer than a line is a function of the
 * database (schema/0021-who-is-meant.sql).
 */
const by = (column: RawBuilder<unknown>, asKnown: Date | undefined): RawBuilder<unknown> =>
  asKnown === undefined ? sql`true` : sql`${column} <= ${asKnown}`;

/** The instant as of which something is wanted, as the functions of schema/0021-who-is-meant.sql take it. */
const instant = (asKnown: Date | undefined): RawBuilder<unknown> => sql`${asKnown ?? null}::timestamptz`;

/** Events that count: those that no undo takes back. */
export function standingEvents(asKnown?: Date): RawBuilder<unknown> {
  return sql`standing_event(${instant(asKnown)})`;
}

/** Merged entities with the one that they are part of now: (entity_id, root). */
export function roots(asKnown?: Date): RawBuilder<unknown> {
  return sql`entity_root(${instant(asKnown)})`;
}

/** Mentions that a split gave to another entity: (article_id, name, into_id). */
export function moves(asKnown?: Date): RawBuilder<unknown> {
  return sql`entity_move(${instant(asKnown)})`;
}

/** Whom each name told in an article stands for: (article_id, name, entity_id, score, reasons, context, recorded_at). */
export function links(asKnown?: Date): RawBuilder<unknown> {
  return sql`(select l.article_id, l.name, coalesce(r.root, m.into_id, l.entity_id) as entity_id,
      l.score, l.reasons, l.context, l.recorded_at
    from entity_link l
    left join ${moves(asKnown)} m on m.article_id = l.article_id and m.name = l.name
    left join ${roots(asKnown)} r on r.entity_id = coalesce(m.into_id, l.entity_id)
    where ${by(sql`l.recorded_at`, asKnown)})`;
}

/** The entities that are one with those given, themselves included: (entity_id, root). @param ids a query of one column. */
export function members(ids: RawBuilder<unknown>, asKnown?: Date): RawBuilder<unknown> {
  return sql`entity_member(array(${ids}), ${instant(asKnown)})`;
}

/**
 * The links of some entities, reached by key: (root, article_id, name, score, reasons, context, recorded_at).
 * @param ids a query of one column: entities that no other holds.
 */
export function linksOf(ids: RawBuilder<unknown>, asKnown?: Date): RawBuilder<unknown> {
  return sql`links_of_entities(array(${ids}), ${instant(asKnown)})`;
}

/** How an entity is shown: as a person or a list named it last, else by the fullest name it was told by. */
export function shownName(entity: RawBuilder<unknown>, asKnown?: Date): RawBuilder<string | null> {
  return sql<string | null>`shown_name(${entity}, ${instant(asKnown)})`;
}

/** The entities, each by the one that holds it, that have a part in any name: a query of one column. */
export function named(part: string, asKnown?: Date): RawBuilder<unknown> {
  return like(`%${literal(searchable(part).trim())}%`, asKnown);
}

/** The entities that are called just this, capitals aside: a query of one column. */
export function bearers(name: string, asKnown?: Date): RawBuilder<unknown> {
  return like(literal(searchable(name).trim()), asKnown);
}

/** The one entity that is called just this: a query of one column, without a row where none or several are. */
export function called(name: string, asKnown?: Date): RawBuilder<unknown> {
  return sql`select min(one.id) from (${bearers(name, asKnown)}) one(id) having count(*) = 1`;
}

function like(pattern: string, asKnown: Date | undefined): RawBuilder<unknown> {
  return sql`select * from entities_named(${pattern}, ${instant(asKnown)})`;
}

/** What articles call some entities: (article_id, name). @param ids a query of one column: entities that no other holds. */
export function namesOf(ids: RawBuilder<unknown>, asKnown?: Date): RawBuilder<unknown> {
  return sql`(select l.article_id, l.name from ${linksOf(ids, asKnown)} l)`;
}
