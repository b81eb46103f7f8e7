/** Accounts of those who use a server, and the log of what they did. */
import { sql } from 'kysely';
import type { Database } from './database.js';

/** reader: may read. editor: may also store, correct, merge, split and undo. */
export const roles = ['reader', 'editor'] as const;
export type Role = (typeof roles)[number];

export interface Account {
  readonly name: string;
  readonly role: Role;
  /** As the hash library writes it; never the password. */
  readonly passwordHash: string;
}

/** Something done through the server. Strings may be hostile. */
export interface Audited {
  /** Account, or `local` for the machine itself. */
  readonly who: string;
  /** Address that it came from. */
  readonly client: string;
  /** What was done: `sign in`, `sign in refused`, `store`, `correct`, `undo`, … */
  readonly action: string;
  /** Id of what it was done to; null where there is none. */
  readonly subject: string | null;
  readonly detail: string | null;
}

export interface AuditRow extends Audited {
  readonly recordedAt: string;
}

/** Makes or changes an account; role null closes it. */
export async function setAccount(
  db: Database,
  name: string,
  role: Role | null,
  passwordHash: string | null,
  now: Date,
): Promise<void> {
  await sql`insert into account_event (name, role, password_hash, recorded_at)
    values (${name}, ${role}, ${passwordHash}, ${now})`.execute(db);
}

/** Open accounts by name. */
export async function accounts(db: Database): Promise<Account[]> {
  const { rows } = await sql<Account>`
    select name, role, password_hash as "passwordHash" from (
      select distinct on (name) name, role, password_hash from account_event order by name, seq desc) newest
    where role is not null and password_hash is not null order by name`.execute(db);
  return rows;
}

/** Writes one line of the log. */
export async function audit(db: Database, entry: Audited, now: Date): Promise<void> {
  const cut = (text: string | null) => text?.replace(/\0|\p{Surrogate}/gu, ' ').slice(0, 500) ?? null;
  await sql`insert into audit (recorded_at, who, client, action, subject, detail)
    values (${now}, ${cut(entry.who)}, ${cut(entry.client)}, ${cut(entry.action)}, ${cut(entry.subject)}, ${cut(entry.detail)})`.execute(
    db,
  );
}

/** The log, newest first; at most 500 lines. */
export async function auditLog(db: Database): Promise<AuditRow[]> {
  const { rows } = await sql<Audited & { recordedAt: Date }>`
    select recorded_at as "recordedAt", who, client, action, subject, detail from audit order by seq desc limit 500`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, recordedAt: new Date(row.recordedAt).toISOString() }));
}
