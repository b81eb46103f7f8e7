import { sql, type RawBuilder } from 'kysely';
import type { SpeakerType } from '../../terms/vocabulary.js';
import type { Database } from '../database.js';
import type { EntityEvent } from '../entities/events.js';
import { bearers, linksOf, members, moves, roots, shownName, standingEvents } from '../entities/resolved.js';
import { newestReading } from './newest.js';
import { searchable } from './page.js';
import { opening, spoken } from './statements.js';

/** What an entity was called, by whom and when. */
export interface ToldAs {
  /** The name or role, in the article's words. */
  readonly words: string;
  readonly outlet: string | null;
  /** Articles that tell it so. */
  readonly articles: number;
  /** First and last day told, ISO 8601. */
  readonly first: string;
  readonly last: string;
  /** The first article that tells it so. */
  readonly articleId: string;
}

/** A name told in an article, and why it was taken for this entity. */
export interface EntityMention {
  readonly articleId: string;
  readonly name: string;
  readonly title: string | null;
  /** How its text begins, where it has no title. */
  readonly opening: string | null;
  readonly outlet: string | null;
  readonly day: string;
  /** Statements of this name in the article. */
  readonly statements: number;
  /** Probability that it is of this entity, as it was decided. */
  readonly score: number;
  /** What spoke for and against, in log odds. */
  readonly reasons: readonly { readonly kind: string; readonly weight: number; readonly what: string }[];
}

/** Who an entity is. */
export interface EntityHead {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType | null;
}

/** All that the ledger knows of one person, body or place. */
export interface EntityView extends EntityHead {
  /** Names by outlet, first told first. */
  readonly names: readonly ToldAs[];
  /** Roles by outlet, first told first; at most 1,000. */
  readonly roles: readonly ToldAs[];
  /** Numbers in lists of known entities. */
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  /** Newest article first; at most 1,000. */
  readonly mentions: readonly EntityMention[];
  /** Who else is named in the newest 60 of the same articles, most articles first; at most 30. */
  readonly companions: readonly { readonly id: string; readonly name: string; readonly articles: number }[];
  /** What people decided about it, oldest first, undone decisions too. */
  readonly events: readonly EntityEvent[];
}

/**
 * The entities that an id, the first six or more characters of one, or a whole name stands for, each by the one that
 * holds it now. Case does not matter.
 */
export async function findEntities(db: Database, given: string, asKnown?: Date): Promise<string[]> {
  const wanted = searchable(given).trim();
  if (wanted === '') return [];
  const isId = /^[0-9a-f]{6,16}$/u.test(wanted);
  const { rows } = await sql<{ root: string }>`
    select coalesce(r.root, e.entity_id) as root from entity e left join ${roots(asKnown)} r on r.entity_id = e.entity_id
      where e.entity_id like ${isId ? `${wanted}%` : ''}
    union select b.id from (${bearers(wanted, asKnown)}) b(id) order by 1`.execute(db);
  return rows.map(({ root }) => root);
}

/** Who an entity is, by its id, its first characters or a name that is its alone; null where none or several fit. */
export async function entityHead(db: Database, given: string, asKnown?: Date): Promise<EntityHead | null> {
  const [id, another] = await findEntities(db, given, asKnown);
  if (id === undefined || another !== undefined) return null;
  const { rows } = await sql<EntityHead>`
    select e.entity_id as id, ${shownName(sql`e.entity_id`, asKnown)} as name,
      coalesce(e.type, (select l.context->>'type' from ${linksOf(sql`select ${id}::text`, asKnown)} l
        where l.context->>'type' is not null limit 1)) as type
    from entity e where e.entity_id = ${id} and ${until(sql`e.recorded_at`, asKnown)}`.execute(db);
  return rows[0] ?? null;
}

/** All that is known of the entity that `entityHead` finds. */
export async function entity(db: Database, given: string, asKnown?: Date): Promise<EntityView | null> {
  const head = await entityHead(db, given, asKnown);
  if (head === null) return null;
  const { id } = head;
  const told = toldOf(id, asKnown);
  return {
    ...head,
    ...(await toldOn(db, told, asKnown)),
    identifiers: await identifiers(db, id, asKnown),
    companions: await companions(db, id, told, asKnown),
    events: await events(db, id, asKnown),
  };
}

const until = (column: RawBuilder<unknown>, asKnown?: Date): RawBuilder<unknown> =>
  asKnown === undefined ? sql`true` : sql`${column} <= ${asKnown}`;

/** The mentions of an entity in the newest readings, with the articles they stand in. */
function toldOf(id: string, asKnown?: Date): RawBuilder<unknown> {
  return sql`(select l.article_id, l.name, l.score, l.reasons, m.roles, m.run_id, v.title, ${opening}, v.outlet,
      coalesce(v.published_day, (r.recorded_at at time zone 'UTC')::date)::text as day
    from ${linksOf(sql`select ${id}::text`, asKnown)} l
    join ${newestReading(asKnown)} r on r.article_id = l.article_id
    join mention m on m.article_id = r.article_id and m.run_id = r.run_id and m.name = l.name
    join article_version v on v.article_id = r.article_id and v.version_id = r.version_id)`;
}

/**
 * Names, roles and mentions in one pass over the mentions, which are found first: with the grouping in view they would be
 * looked for by reading whole tables.
 */
async function toldOn(
  db: Database,
  told: RawBuilder<unknown>,
  asKnown?: Date,
): Promise<Pick<EntityView, 'names' | 'roles' | 'mentions'>> {
  const toldAs = (words: RawBuilder<unknown>) => sql`(select coalesce(json_agg(a), '[]') from (
    select words, outlet, count(distinct article_id)::integer as articles, min(day) as first, max(day) as last,
      (array_agg(article_id order by day, article_id))[1] as "articleId"
    from (${words}) w group by words, outlet order by first, words, outlet limit 1000) a)`;
  const { rows } = await sql<Pick<EntityView, 'names' | 'roles' | 'mentions'>>`
    with t as materialized (select * from ${told} told),
    shown as materialized (select * from t order by day desc, article_id, name limit ${mostMentions})
    select ${toldAs(sql`select name as words, t.* from t`)} as names,
      ${toldAs(sql`select role as words, t.* from t cross join jsonb_array_elements_text(t.roles) role`)} as roles,
      (select coalesce(json_agg(m), '[]') from (
        select t.article_id as "articleId", t.name, t.title, t.opening, t.outlet, t.day, t.score, t.reasons,
          (select count(*)::integer from ${spoken(asKnown)} s
            where s.article_id = t.article_id and s.speaker = t.name) as statements
        from shown t order by t.day desc, t.article_id, t.name) m) as mentions`.execute(db);
  return rows[0]!;
}

async function identifiers(
  db: Database,
  id: string,
  asKnown?: Date,
): Promise<{ scheme: string; value: string }[]> {
  const { rows } = await sql<{ scheme: string; value: string }>`
    select distinct i.scheme, i.value from ${members(sql`select ${id}::text`, asKnown)} o
    join entity_identifier i using (entity_id) where ${until(sql`i.recorded_at`, asKnown)} order by 1, 2`.execute(
    db,
  );
  return rows;
}

/** So many mentions are given, the newest. */
const mostMentions = 1000;
/** Of an entity's newest articles, so many are looked through for who else is named. */
const mostArticles = 60;

async function companions(
  db: Database,
  id: string,
  told: RawBuilder<unknown>,
  asKnown?: Date,
): Promise<EntityView['companions'][number][]> {
  const { rows } = await sql<{ id: string; name: string; articles: string }>`
    select c.entity_id as id, ${shownName(sql`c.entity_id`, asKnown)} as name, c.articles from (
      select coalesce(r.root, v.into_id, l.entity_id) as entity_id, count(distinct t.article_id) as articles
      from (select article_id, run_id from ${told} t group by article_id, run_id
        order by max(t.day) desc, article_id limit ${mostArticles}) t
      join mention m on m.article_id = t.article_id and m.run_id = t.run_id
      join entity_link l on l.article_id = m.article_id and l.name = m.name
      left join ${moves(asKnown)} v on v.article_id = l.article_id and v.name = l.name
      left join ${roots(asKnown)} r on r.entity_id = coalesce(v.into_id, l.entity_id)
      group by 1 order by 2 desc, 1 limit 31) c
    where c.entity_id <> ${id} order by c.articles desc, 2 limit 30`.execute(db);
  return rows.map((row) => ({ ...row, articles: Number(row.articles) }));
}

async function events(db: Database, id: string, asKnown?: Date): Promise<EntityEvent[]> {
  const { rows } = await sql<Omit<EntityEvent, 'recordedAt'> & { recorded_at: Date }>`
    with own as (select entity_id from ${members(sql`select ${id}::text`, asKnown)} o),
    about as (select * from entity_event e where ${until(sql`e.recorded_at`, asKnown)}
      and (entity_id in (select * from own) or into_id in (select * from own)))
    select e.event_id as id, e.kind, e.entity_id as "entityId", e.into_id as "intoId", e.name, e.undoes, e.author, e.reason,
      e.recorded_at, e.kind = 'undo' or e.event_id in (select s.event_id from ${standingEvents(asKnown)} s) as stands
    from entity_event e
    where e.event_id in (select event_id from about) or e.undoes in (select event_id from about)
    order by e.recorded_at, e.event_id limit 1000`.execute(db);
  return rows
    .filter((row) => asKnown === undefined || new Date(row.recorded_at) <= asKnown)
    .map(({ recorded_at, ...row }) => ({ ...row, recordedAt: new Date(recorded_at).toISOString() }));
}
