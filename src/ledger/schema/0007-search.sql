-- What search looks through: the statements of the newest reading of each article, with what can be asked of them. All of
-- it is derived from the ledger's tables and can be made again from them (`statement_to_show`), so a newer reading
-- replaces an article's rows here and nowhere else.

-- The words of a name, lower-case, without accents or marks, so that "Hélène" is found by "helene".
create function name_words(name text) returns text immutable parallel safe language sql as
  'select regexp_replace(regexp_replace(normalize(lower(name), NFD), ''[\u0300-\u036f]'', '''', ''g''), ''[^[:alnum:]]+'', '' '', ''g'')';

create table shown_statement (
  article_id text not null references article,
  run_id text not null,
  statement_id text not null,
  seq bigint not null,
  ordinal integer not null,
  day date not null,
  recorded_at timestamptz not null,
  speaker text,
  outlet text,
  kind text not null,
  act text not null,
  confidence real,
  stances text[] not null,
  relations text[] not null,
  -- The content: English stems as A, the words as they stand as B.
  words tsvector not null,
  -- Words of names: the speaker's as A, the role's as B, the outlet's as C, those of whom and what it is about as D.
  names tsvector not null,
  primary key (article_id, statement_id)
);
create index shown_statement_words on shown_statement using gin (words);
create index shown_statement_names on shown_statement using gin (names);
create index shown_statement_time on shown_statement (day desc, seq desc, ordinal);

-- The statements of every reading, as search has them.
create view statement_to_show as
  select s.article_id, s.run_id, s.statement_id, r.seq, s.ordinal,
    coalesce(v.published_day, (r.recorded_at at time zone 'UTC')::date) as day, r.recorded_at,
    s.entity as speaker, v.outlet, s.kind, s.act, s.confidence,
    array(select distinct p.stance from position p
      where (p.article_id, p.run_id, p.statement_id) = (s.article_id, s.run_id, s.statement_id)) as stances,
    array(select relation from position p
      where (p.article_id, p.run_id, p.statement_id) = (s.article_id, s.run_id, s.statement_id)
      union select relation from relation l
      where (l.article_id, l.run_id, l.statement_id) = (s.article_id, s.run_id, s.statement_id)) as relations,
    setweight(to_tsvector('english', content.plain), 'A') || setweight(to_tsvector('simple', content.plain), 'B') as words,
    setweight(to_tsvector('simple', coalesce(name_words(coalesce(s.entity, s.mention)), '')), 'A')
      || setweight(to_tsvector('simple', coalesce(name_words(s.role), '')), 'B')
      || setweight(to_tsvector('simple', coalesce(name_words(v.outlet), '')), 'C')
      || setweight(to_tsvector('simple', coalesce(name_words(about.names), '')), 'D') as names
  from reading r
  join article_version v on v.article_id = r.article_id and v.version_id = r.version_id
  join statement s on s.article_id = r.article_id and s.run_id = r.run_id
  cross join lateral (select string_agg(t, ' ') as plain from jsonb_array_elements_text(s.content_texts) t) content
  cross join lateral (
    select string_agg(name, ' ') as names from (
      select jsonb_array_elements_text(s.about) as name
      union select unnest(array[p.subject, p.object]) from position p
        where (p.article_id, p.run_id, p.statement_id) = (s.article_id, s.run_id, s.statement_id)
      union select unnest(array[l.subject, l.object, l."over"]) from relation l
        where (l.article_id, l.run_id, l.statement_id) = (s.article_id, s.run_id, s.statement_id)) named) about;

insert into shown_statement (article_id, run_id, statement_id, seq, ordinal, day, recorded_at, speaker, outlet, kind, act,
    confidence, stances, relations, words, names)
  select article_id, run_id, statement_id, seq, ordinal, day, recorded_at, speaker, outlet, kind, act, confidence, stances,
    relations, words, names
  from statement_to_show where (article_id, seq) in (select article_id, seq from newest_reading);

drop index statement_words;
