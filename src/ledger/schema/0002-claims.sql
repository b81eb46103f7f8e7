-- What the newest reading of an article commits speakers to, what it says holds, and how it names things. Rows belong to
-- a run as statements do; statement_id is null where the outlet itself speaks. Runs from before this file have none.

create table position (
  article_id text not null,
  run_id text not null,
  ordinal integer not null,
  statement_id text not null,
  holder text not null,
  stance text not null,
  relation text not null,
  predicate text,
  subject text,
  object text,
  words text,
  primary key (article_id, run_id, ordinal),
  foreign key (article_id, run_id) references run
);
create index position_holder on position (lower(holder));
create index position_about on position (relation, lower(subject), lower(object));

create table relation (
  article_id text not null,
  run_id text not null,
  ordinal integer not null,
  statement_id text,
  relation text not null,
  predicate text,
  subject text,
  object text,
  "over" text,
  polarity text not null,
  start_at integer not null,
  end_at integer not null,
  words text not null,
  primary key (article_id, run_id, ordinal),
  foreign key (article_id, run_id) references run
);
create index relation_object on relation (relation, lower(object));

create table designation (
  article_id text not null,
  run_id text not null,
  ordinal integer not null,
  statement_id text,
  entity text not null,
  label text not null,
  marks jsonb not null,
  spans jsonb not null,
  primary key (article_id, run_id, ordinal),
  foreign key (article_id, run_id) references run
);
create index designation_entity on designation (lower(entity));
