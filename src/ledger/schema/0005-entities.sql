-- Who is who across articles. `entity_link` says which entity a name told in an article was taken for; `entity_event` says
-- what people decided besides (merge, split, rename, undo). Both only grow: whom a name stands for is worked out from them,
-- for now or for any time before. Links belong to an article and a name, not to a run, so a re-reading changes none.
create extension if not exists pg_trgm;

-- A name that a run's record tells, with its type and the roles told with it; type is null where the record tells none.
create table mention (
  article_id text not null,
  run_id text not null,
  name text not null,
  type text,
  roles jsonb not null,
  primary key (article_id, run_id, name),
  foreign key (article_id, run_id) references run
);

-- `type` is null where no record has told it yet. `named`: a person or a list gave the name, so it is shown before others.
create table entity (
  entity_id text primary key,
  seq bigint generated always as identity,
  type text,
  name text not null,
  named boolean not null default false,
  recorded_at timestamptz not null
);
create index entity_seq on entity (seq);

-- Each name that an entity was told by. key: folded to plain Latin letters; spelling: what its transliterations share;
-- surname and given: parts of that, null for what is no person; fullness orders names from bare to full.
create table entity_name (
  entity_id text not null references entity,
  told text not null,
  key text not null,
  spelling text not null,
  surname text,
  given text,
  fullness integer not null,
  recorded_at timestamptz not null,
  primary key (entity_id, told)
);
create index entity_name_key on entity_name (key);
create index entity_name_spelling on entity_name (spelling);
create index entity_name_surname on entity_name (surname, given text_pattern_ops) where surname is not null;
create index entity_name_given on entity_name (given) where given is not null;
create index entity_name_key_trigrams on entity_name using gin (key gin_trgm_ops);
create index entity_name_told_trigrams on entity_name using gin (told gin_trgm_ops);

-- context: day, roles and companions of the mention, by which later mentions are compared.
create table entity_link (
  article_id text not null references article,
  name text not null,
  entity_id text not null references entity,
  score real not null,
  reasons jsonb not null,
  context jsonb not null,
  matcher text not null,
  recorded_at timestamptz not null,
  primary key (article_id, name)
);
create index entity_link_entity on entity_link (entity_id, recorded_at desc);

-- merge: entity_id is into_id. split: the event's mentions are into_id, not entity_id. rename: entity_id is called name.
-- undo: the event `undoes` counts no more.
create table entity_event (
  event_id text primary key,
  seq bigint generated always as identity,
  kind text not null,
  entity_id text references entity,
  into_id text references entity,
  name text,
  undoes text references entity_event,
  author text not null,
  reason text,
  recorded_at timestamptz not null
);
create index entity_event_entity on entity_event (entity_id, kind);
create index entity_event_into on entity_event (into_id) where into_id is not null;
create unique index entity_event_undone on entity_event (undoes) where undoes is not null;

create table entity_event_mention (
  event_id text not null references entity_event,
  article_id text not null,
  name text not null,
  primary key (event_id, article_id, name)
);
create index entity_event_mention_article on entity_event_mention (article_id, name);

-- What lists of known entities say of one: its number in a scheme ("wikidata", "opensanctions"), and its roles.
create table entity_identifier (
  entity_id text not null references entity,
  scheme text not null,
  value text not null,
  author text not null,
  recorded_at timestamptz not null,
  primary key (entity_id, scheme, value)
);
create index entity_identifier_value on entity_identifier (scheme, value);

create table entity_role (
  entity_id text not null references entity,
  role text not null,
  author text not null,
  recorded_at timestamptz not null,
  primary key (entity_id, role)
);
