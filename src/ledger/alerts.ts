import { sql } from 'kysely';
import { recordSchema, type LedgerRecord } from '../terms/record.js';
import type { Database } from './database.js';
import { sha256 } from './ids.js';
import { literal, searchable } from './queries/page.js';
import { newestReading } from './queries/newest.js';

export const alertConditions = [
  'new-statement',
  'position-changed',
  'article-edited',
  'word-changed',
] as const;
export type AlertCondition = (typeof alertConditions)[number];
export type AlertChannel = 'webhook' | 'email';

/** What an alert watches; as in search. */
export interface AlertQuery {
  readonly words?: string | undefined;
  readonly speaker?: string | undefined;
  readonly outlet?: string | undefined;
  /** What is spoken of, taken a position on, or named. */
  readonly entity?: string | undefined;
}

export interface NewAlert {
  readonly name: string;
  readonly conditions: readonly AlertCondition[];
  readonly query: AlertQuery;
  /** Address that is told; null for none. */
  readonly webhook: string | null;
  /** Signs what the webhook is sent (`whsec_…`); null where there is no webhook. */
  readonly secret: string | null;
  readonly email: string | null;
  /** At most one message a day, with all that was found. */
  readonly digest: boolean;
}

export interface Alert extends NewAlert {
  readonly id: string;
  readonly createdAt: Date;
  /** Null before the first. */
  readonly checkedAt: Date | null;
}

/** One thing that an alert found, and why it tells of it. All strings but the keys come from strangers. */
export interface Firing {
  /** The same for the same thing. */
  readonly key: string;
  readonly condition: AlertCondition;
  readonly title: string;
  readonly why: string;
  readonly articleId: string;
  readonly statementId: string | null;
}
export interface StoredFiring extends Firing {
  readonly firedAt: Date;
}

/** One attempt to tell somebody. */
export interface DeliveryAttempt {
  readonly channel: AlertChannel;
  /** The same for all attempts at one message. */
  readonly deliveryId: string;
  readonly keys: readonly string[];
  readonly delivered: boolean;
  readonly reason: string | null;
}
export interface StoredAttempt extends DeliveryAttempt {
  readonly attemptedAt: Date;
}

/** A version of an article, as the newest run on it read it. */
export interface EditedVersion {
  readonly articleId: string;
  /** When it was read first. */
  readonly recordedAt: Date;
  /** Name and version of what read it. */
  readonly engine: string;
  readonly record: LedgerRecord;
}

/** An outlet's own word for an entity, in one article. */
export interface WordUse {
  readonly outlet: string;
  readonly label: string;
  readonly articleId: string;
  readonly title: string | null;
  readonly day: string;
  /** When the article first came on record. */
  readonly recordedAt: Date;
}

/** The alerts of a ledger, and what they need to know of it. */
export interface Alerts {
  /** Saves an alert. @returns its id. */
  add(alert: NewAlert): Promise<string>;
  /** Those that have not ended, oldest first. */
  active(): Promise<Alert[]>;
  end(id: string): Promise<void>;
  /** Stores what is new of what an alert found, and that it was checked. @returns how many were new. */
  fire(id: string, firings: readonly Firing[]): Promise<number>;
  /** What an alert found, newest first. */
  firings(id: string, limit: number): Promise<StoredFiring[]>;
  attempt(id: string, attempt: DeliveryAttempt): Promise<void>;
  /** Attempts of an alert, oldest first. */
  attempts(id: string): Promise<StoredAttempt[]>;
  /** When the same words were first on record in the same article, whatever version or engine; by statement id. */
  firstTold(statementIds: readonly string[]): Promise<Map<string, Date>>;
  /** Versions of the articles that got a new one since, by article and time; at most 2,000. */
  editedSince(since: Date): Promise<EditedVersion[]>;
  /** Outlets' own words for an entity, by time; at most 5,000. */
  wordsFor(entity: string): Promise<WordUse[]>;
}

/** The alerts in a ledger's database. */
export function alerts(db: Database, clock: () => Date): Alerts {
  return {
    add: (alert) => add(db, alert, clock()),
    active: () => active(db),
    end: async (id) => {
      await sql`insert into alert_end (alert_id, ended_at) values (${id}, ${clock()})`.execute(db);
    },
    fire: (id, firings) => fire(db, id, firings, clock()),
    firings: (id, limit) => firings(db, id, limit),
    attempt: async (id, a) => {
      await sql`insert into alert_delivery (alert_id, channel, delivery_id, firing_keys, delivered, reason, attempted_at)
      values (${id}, ${a.channel}, ${a.deliveryId}, ${JSON.stringify(a.keys)}::jsonb, ${a.delivered}, ${a.reason}, ${clock()})`.execute(db);
    },
    attempts: (id) => attempts(db, id),
    firstTold: (ids) => firstTold(db, ids),
    editedSince: (since) => editedSince(db, since),
    wordsFor: (entity) => wordsFor(db, entity),
  };
} // prettier-ignore

async function add(db: Database, alert: NewAlert, now: Date): Promise<string> {
  const { name, conditions, query, webhook, secret, email, digest } = alert;
  const id = sha256(JSON.stringify([name, conditions, query, webhook, email, digest, now])).slice(0, 16);
  await sql`insert into alert (alert_id, name, conditions, query, webhook, secret, email, digest, created_at)
    values (${id}, ${name}, ${JSON.stringify(conditions)}::jsonb, ${JSON.stringify(query)}::jsonb, ${webhook}, ${secret}, ${email}, ${digest}, ${now})
    on conflict do nothing`.execute(db);
  return id;
}

async function active(db: Database): Promise<Alert[]> {
  const { rows } = await sql<NewAlert & { id: string; createdAt: Date; checkedAt: Date | null }>`
    select a.alert_id as id, a.name, a.conditions, a.query, a.webhook, a.secret, a.email, a.digest, a.created_at as "createdAt",
      (select max(checked_at) from alert_check c where c.alert_id = a.alert_id) as "checkedAt"
    from alert a where not exists (select from alert_end e where e.alert_id = a.alert_id)
    order by a.created_at, a.alert_id`.execute(db);
  return rows;
}

async function fire(db: Database, id: string, found: readonly Firing[], now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    let fresh = 0;
    for (const { key, condition, title, why, articleId, statementId } of found) {
      const { rows } =
        await sql`insert into alert_firing (alert_id, firing_key, condition, title, why, article_id, statement_id, fired_at)
        values (${id}, ${key}, ${condition}, ${title}, ${why}, ${articleId}, ${statementId}, ${now})
        on conflict do nothing returning 1`.execute(tx);
      fresh += rows.length;
    }
    await sql`insert into alert_check (alert_id, checked_at) values (${id}, ${now})`.execute(tx);
    return fresh;
  });
}

async function firings(db: Database, id: string, limit: number): Promise<StoredFiring[]> {
  const { rows } = await sql<StoredFiring>`
    select firing_key as key, condition, title, why, article_id as "articleId", statement_id as "statementId", fired_at as "firedAt"
    from alert_firing where alert_id = ${id} order by fired_at desc, firing_key limit ${limit}`.execute(db);
  return rows;
}

async function attempts(db: Database, id: string): Promise<StoredAttempt[]> {
  const { rows } = await sql<StoredAttempt>`
    select channel, delivery_id as "deliveryId", firing_keys as keys, delivered, reason, attempted_at as "attemptedAt"
    from alert_delivery where alert_id = ${id} order by seq`.execute(db);
  return rows;
}

async function firstTold(db: Database, ids: readonly string[]): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ statement_id: string; first: Date }>`
    select s.statement_id, min(r.recorded_at) as first
    from statement s
      join statement same on same.article_id = s.article_id and same.content_texts = s.content_texts
      join run r on r.article_id = same.article_id and r.run_id = same.run_id
    where s.statement_id in (${sql.join([...ids])}) group by s.statement_id`.execute(db);
  return new Map(rows.map(({ statement_id, first }) => [statement_id, new Date(first)]));
}

async function editedSince(db: Database, since: Date): Promise<EditedVersion[]> {
  const { rows } = await sql<Omit<EditedVersion, 'record'> & { record: unknown }>`
    select v.article_id as "articleId", v.recorded_at as "recordedAt", n.engine, n.record
    from article_version v
    join lateral (
      select engine, record from run r where r.article_id = v.article_id and r.version_id = v.version_id
      order by r.recorded_at desc, r.run_id limit 1
    ) n on true
    where v.article_id in (select article_id from article_version group by article_id having count(*) > 1 and max(recorded_at) >= ${since})
      -- What a better reader makes of a stored page is no edit of the outlet's.
      and not exists (select from page_reading p where p.article_id = v.article_id and p.version_id = v.version_id and p.replaces is not null)
    order by v.article_id, v.recorded_at, v.version_id limit 2000`.execute(db);
  return rows.map((row) => ({ ...row, recordedAt: new Date(row.recordedAt), record: recordSchema.parse(row.record) }));
} // prettier-ignore

async function wordsFor(db: Database, entity: string): Promise<WordUse[]> {
  const { rows } = await sql<WordUse>`
    select distinct v.outlet, lower(regexp_replace(d.label, '^the ', '', 'i')) as label, v.article_id as "articleId", v.title,
      to_char(coalesce(v.published_day, v.recorded_at::date), 'YYYY-MM-DD') as day, a.recorded_at as "recordedAt"
    from ${newestReading()} n
      join article a on a.article_id = n.article_id
      join article_version v on v.article_id = n.article_id and v.version_id = n.version_id
      join designation d on d.article_id = n.article_id and d.run_id = n.run_id
    where d.statement_id is null and v.outlet is not null and d.entity ilike ${`%${literal(searchable(entity))}%`}
    order by day, "recordedAt", "articleId", label limit 5000`.execute(db);
  return rows;
}
