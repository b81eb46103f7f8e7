-- Saved queries that tell when something new is on record. Like all else here, rows are added and never changed: an alert
-- ends by a row, and each attempt to deliver is one.

create table alert (
  alert_id text primary key,
  name text not null,
  conditions jsonb not null,
  query jsonb not null,
  webhook text,
  secret text,
  email text,
  digest boolean not null,
  created_at timestamptz not null
);

create table alert_end (
  alert_id text not null references alert,
  ended_at timestamptz not null
);

create table alert_check (
  alert_id text not null references alert,
  checked_at timestamptz not null
);

-- What an alert found; firing_key is the same for the same thing, so that nothing is told twice.
create table alert_firing (
  alert_id text not null references alert,
  firing_key text not null,
  condition text not null,
  title text not null,
  why text not null,
  article_id text not null,
  statement_id text,
  fired_at timestamptz not null,
  primary key (alert_id, firing_key)
);

create table alert_delivery (
  alert_id text not null references alert,
  seq bigint generated always as identity,
  channel text not null,
  delivery_id text not null,
  firing_keys jsonb not null,
  delivered boolean not null,
  reason text,
  attempted_at timestamptz not null,
  primary key (alert_id, seq)
);
