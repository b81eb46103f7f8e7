import { sql, type RawBuilder } from 'kysely';
import { literal, searchable } from '../queries/page.js';

/**
 * Whom names stand for, worked out from links and events, to stand after `from` or `join`. Each takes the instant as of
 * which it is wanted; undefined counts all that is on record. People make few events, so the lists of events are read
 * whole; links, of which there are many, are reached by their keys.
 */
const by = (column: RawBuilder<unknown>, asKnown: Date | undefined): RawBuilder<unknown> =>
  asKnown === undefined ? sql`true` : sql`${column} <= ${asKnown}`;

/** Events that count: those that no undo takes back. */
export function standingEvents(asKnown?: Date): RawBuilder<unknown> {
  return sql`(select * from entity_event e where e.kind <> 'undo' and ${by(sql`e.recorded_at`, asKnown)}
    and not exists (select 1 from entity_event u where u.undoes = e.event_id and ${by(sql`u.recorded_at`, asKnown)}))`;
}

/**
 * Merged entities with the one that they are part of now: (entity_id, root). Ledgers that were brought together may hold
 * merges that go in a ring; it ends where it began.
 */
export function roots(asKnown?: Date): RawBuilder<unknown> {
  return sql`(with recursive merged as (
      select distinct on (entity_id) entity_id, into_id from ${standingEvents(asKnown)} s
      where kind = 'merge' order by entity_id, recorded_at desc, event_id desc
    ), up as (
      select entity_id, into_id as root, 1 as steps from merged
      union all select up.entity_id, m.into_id, up.steps + 1 from up join merged m on m.entity_id = up.root
        where m.into_id <> up.entity_id and up.steps < 100
    )
    select distinct on (entity_id) entity_id, root from up order by entity_id, steps desc)`;
}

/** Mentions that a split gave to another entity: (article_id, name, into_id). */
export function moves(asKnown?: Date): RawBuilder<unknown> {
  return sql`(select distinct on (m.article_id, m.name) m.article_id, m.name, s.into_id
    from entity_event_mention m join ${standingEvents(asKnown)} s using (event_id)
    order by m.article_id, m.name, s.recorded_at desc, s.event_id desc)`;
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

/** The entities that are one with those given, themselves included: (entity_id, root). */
export function members(ids: RawBuilder<unknown>, asKnown?: Date): RawBuilder<unknown> {
  return sql`(select id as entity_id, id as root from (${ids}) given(id)
    union select r.entity_id, r.root from ${roots(asKnown)} r where r.root in (${ids}))`;
}

/**
 * The links of some entities, reached by key: (root, article_id, name, score, reasons, context, recorded_at).
 * @param ids a query of one column: entities that no other holds.
 */
export function linksOf(ids: RawBuilder<unknown>, asKnown?: Date): RawBuilder<unknown> {
  const columns = sql`l.article_id, l.name, l.score, l.reasons, l.context, l.recorded_at`;
  return sql`(with own as materialized (select * from ${members(ids, asKnown)} o),
      moved as materialized (select * from ${moves(asKnown)} v)
    select own.root, ${columns} from own join entity_link l using (entity_id)
      where ${by(sql`l.recorded_at`, asKnown)}
        and not exists (select 1 from moved m where m.article_id = l.article_id and m.name = l.name)
    union all select own.root, ${columns} from own join moved m on m.into_id = own.entity_id
      join entity_link l on l.article_id = m.article_id and l.name = m.name
      where ${by(sql`l.recorded_at`, asKnown)})`;
}

/** How an entity is shown: as a person or a list named it last, else by the fullest name it was told by. */
export function shownName(entity: RawBuilder<unknown>, asKnown?: Date): RawBuilder<string | null> {
  return sql<string | null>`coalesce(
    (select shown_event.name from ${standingEvents(asKnown)} shown_event
      where shown_event.kind = 'rename' and shown_event.entity_id = ${entity}
      order by shown_event.recorded_at desc, shown_event.event_id desc limit 1),
    (select shown.name from entity shown where shown.entity_id = ${entity} and shown.named),
    (select shown_name.told from entity_name shown_name
      where shown_name.entity_id = ${entity} and ${by(sql`shown_name.recorded_at`, asKnown)}
      order by shown_name.fullness desc, shown_name.recorded_at, shown_name.told limit 1),
    (select shown.name from entity shown where shown.entity_id = ${entity}))`;
}

/** The entities, each by the one that holds it, that have a part in any name: a query of one column. */
export function named(part: string, asKnown?: Date): RawBuilder<unknown> {
  const pattern = `%${literal(searchable(part).trim())}%`;
  return sql`select coalesce(r.root, f.entity_id) from (
      select entity_id from entity_name where told ilike ${pattern} and ${by(sql`recorded_at`, asKnown)}
      union select entity_id from ${standingEvents(asKnown)} s where s.kind = 'rename' and s.name ilike ${pattern}
      union select entity_id from entity where named and name ilike ${pattern} and ${by(sql`recorded_at`, asKnown)}
    ) f left join ${roots(asKnown)} r on r.entity_id = f.entity_id`;
}

/** The one entity that is called just this, capitals aside: a query of one column, without a row where none or several are. */
export function called(name: string, asKnown?: Date): RawBuilder<unknown> {
  const wanted = literal(searchable(name).trim());
  return sql`select min(root) from (
      select distinct coalesce(r.root, f.entity_id) as root from (
        select entity_id from entity_name where told ilike ${wanted} and ${by(sql`recorded_at`, asKnown)}
        union select entity_id from ${standingEvents(asKnown)} s where s.kind = 'rename' and s.name ilike ${wanted}
        union select entity_id from entity where named and name ilike ${wanted} and ${by(sql`recorded_at`, asKnown)}
      ) f left join ${roots(asKnown)} r on r.entity_id = f.entity_id) one having count(*) = 1`;
}

/** What articles call some entities: (article_id, name). @param ids a query of one column: entities that no other holds. */
export function namesOf(ids: RawBuilder<unknown>, asKnown?: Date): RawBuilder<unknown> {
  return sql`(select l.article_id, l.name from ${linksOf(ids, asKnown)} l)`;
}
