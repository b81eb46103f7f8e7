-- Reading the news: what is followed, what was asked for and what came back. Append-only as all else: where a feed, an
-- archive or an article's address stands is told by its newest row.

-- What else the page told, and where from.
alter table source_page add column modified text;
alter table source_page add column sources jsonb;
alter table source_page add column charset text;
alter table source_page add column format text;

-- How far an archive was read. archive_id is a hash of the file's length and ends.
create table archive_mark (
  archive_id text not null,
  seq bigint generated always as identity,
  location text not null,
  records bigint not null,
  failed bigint not null,
  done boolean not null,
  recorded_at timestamptz not null,
  primary key (archive_id, seq)
);

-- feed_id is a hash of the feed's address.
create table feed_event (
  feed_id text not null,
  seq bigint generated always as identity,
  kind text not null check (kind in ('followed', 'left')),
  url text not null,
  title text,
  recorded_at timestamptz not null,
  primary key (feed_id, seq)
);

-- Each time a feed was asked for. failures counts those in a row, this one included.
create table feed_fetch (
  feed_id text not null,
  seq bigint generated always as identity,
  outcome text not null check (outcome in ('changed', 'unchanged', 'failed')),
  status integer,
  etag text,
  last_modified text,
  entries integer not null,
  failures integer not null,
  reason text,
  next_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (feed_id, seq)
);

-- An entry of a feed that has been dealt with; entry_id is a hash of all that the feed said of it. article_id is null
-- where its page holds no article.
create table feed_entry (
  feed_id text not null,
  entry_id text not null,
  url text,
  article_id text,
  via text not null check (via in ('page', 'feed')),
  recorded_at timestamptz not null,
  primary key (feed_id, entry_id)
);

-- Each time an article's address was asked for again. An article whose newest check that was answered says 'gone'
-- (404, 410) is shown as removed; nothing of it is deleted.
create table article_check (
  article_id text not null references article,
  seq bigint generated always as identity,
  outcome text not null check (outcome in ('unchanged', 'changed', 'gone', 'failed')),
  status integer,
  reason text,
  recorded_at timestamptz not null,
  primary key (article_id, seq)
);
