-- Which statements report the same utterance, and which articles are copies of one text.

-- What a statement is found by (src/link/utterances/keys.ts), once for each run that has it.
create table utterance_key (
  article_id text not null,
  run_id text not null,
  statement_id text not null,
  day date not null,
  keys bigint[] not null,
  primary key (article_id, run_id, statement_id),
  foreign key (article_id, run_id, statement_id) references statement
);
create index utterance_key_keys on utterance_key using gin (keys);

-- What a copied article is found by (src/link/utterances/copies.ts), once for each version.
create table article_sketch (
  article_id text not null,
  version_id text not null,
  hashes bigint[] not null,
  bands bigint[] not null,
  primary key (article_id, version_id),
  foreign key (article_id, version_id) references article_version
);
create index article_sketch_bands on article_sketch using gin (bands);

-- Every decision on a group, append-only; the newest on a member holds. A member that was never decided on is alone.
create table group_event (
  -- utterance: members are statements. copy: members are articles.
  "of" text not null,
  member_id text not null,
  seq bigint generated always as identity,
  group_id text not null,
  -- join or part; undo takes back an earlier event
  action text not null,
  -- The member that it was found like, and how sure that was; null for a decision by hand.
  like_id text,
  score real,
  -- The linker and its version, or who decided by hand.
  "by" text not null,
  by_hand boolean not null,
  reason text,
  recorded_at timestamptz not null,
  primary key ("of", member_id, seq)
);
create index group_event_group on group_event ("of", group_id);

create view group_member as
  select "of", member_id, seq, group_id, action, like_id, score, "by", by_hand, reason, recorded_at
  from group_event e
  where not exists (select from group_event newer
    where (newer."of", newer.member_id) = (e."of", e.member_id) and newer.seq > e.seq);
