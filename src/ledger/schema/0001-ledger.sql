-- The append-only ledger. No row is ever updated or deleted. The article's id stands in every key, so that a
-- server can be sharded by it without a change of the schema.

create table article (
  article_id text primary key,
  recorded_at timestamptz not null
);

-- One version: the clean text and what the page tells of it. version_id is a hash of all of that.
create table article_version (
  article_id text not null references article,
  version_id text not null,
  url text,
  outlet text,
  title text,
  authors jsonb not null,
  published text,
  published_day date,
  language text,
  text text not null,
  recorded_at timestamptz not null,
  primary key (article_id, version_id)
);

-- The bytes a version was read from, gzipped; page_id is the SHA-256 of the bytes before that.
create table source_page (
  article_id text not null references article,
  page_id text not null,
  location text not null,
  content_type text,
  headers jsonb not null,
  byte_length integer not null,
  gzipped bytea not null,
  fetched_at timestamptz not null,
  primary key (article_id, page_id)
);

-- What one engine made of one version.
create table run (
  article_id text not null,
  version_id text not null,
  run_id text not null,
  engine text not null,
  record jsonb not null,
  recorded_at timestamptz not null,
  primary key (article_id, run_id),
  foreign key (article_id, version_id) references article_version
);

-- Each time an article was read and something was new. The newest reading of an article is what is shown.
create table reading (
  article_id text not null,
  seq bigint generated always as identity,
  version_id text not null,
  run_id text not null,
  page_id text,
  recorded_at timestamptz not null,
  primary key (article_id, seq),
  foreign key (article_id, version_id) references article_version,
  foreign key (article_id, run_id) references run
);

create table statement (
  article_id text not null,
  run_id text not null,
  statement_id text not null,
  ordinal integer not null,
  kind text not null,
  source jsonb not null,
  cue jsonb not null,
  content jsonb not null,
  cue_text text not null,
  content_texts jsonb not null,
  cue_lemma text,
  mention text,
  entity text,
  speaker_type text not null,
  role text,
  speaker_confidence real,
  medium text,
  relay text,
  act text not null,
  edits jsonb not null,
  about jsonb not null,
  confidence real,
  words tsvector not null,
  primary key (article_id, run_id, statement_id),
  foreign key (article_id, run_id) references run
);
create index statement_words on statement using gin (words);
create index statement_entity on statement (lower(entity));
create index statement_id_prefix on statement (statement_id text_pattern_ops);

create view newest_reading as
  select distinct on (article_id) article_id, seq, version_id, run_id, page_id, recorded_at
  from reading
  order by article_id, seq desc;
