-- What people change, and who may. Only grows. A correction says what a statement's speaker, kind or stance is instead of
-- what the engine read; it belongs to the statement's id, so a re-reading of the same words keeps it. The engine's own
-- rows stay as they are: what is shown is `told_statement` and `told_position`, worked out from both.
create table correction (
  correction_id text primary key,
  seq bigint generated always as identity,
  article_id text not null references article,
  statement_id text not null,
  -- speaker | kind | stance | undo
  field text not null,
  -- The proposition whose stance is corrected, as proposition_key() has it; empty for the other fields.
  target text not null,
  -- speaker: {"entity", "type"}; kind: a kind; stance: a stance, or JSON null where there is no such position.
  value jsonb not null,
  undoes text references correction,
  author text not null,
  reason text not null,
  recorded_at timestamptz not null
);
create index correction_statement on correction (statement_id);
create unique index correction_undone on correction (undoes) where undoes is not null;

create view correction_in_force as
  select distinct on (statement_id, field, target) *
  from correction c
  where field <> 'undo' and not exists (select 1 from correction u where u.undoes = c.correction_id)
  order by statement_id, field, target, seq desc;

create function proposition_key(relation text, predicate text, subject text, object text) returns text
  immutable parallel safe language sql as
  'select jsonb_build_array(coalesce(predicate, relation), subject, object)::text';

create view told_statement as
  select s.article_id, s.run_id, s.statement_id, s.ordinal, coalesce(k.value #>> '{}', s.kind) as kind, s.source, s.cue,
    s.content, s.cue_text, s.content_texts, s.cue_lemma, s.mention,
    case when w.value is null then s.entity else w.value ->> 'entity' end as entity,
    case when w.value is null then s.speaker_type else w.value ->> 'type' end as speaker_type,
    -- A role was told of whom the engine took for the speaker.
    case when w.value is null then s.role end as role,
    case when w.value is null then s.speaker_confidence end as speaker_confidence,
    s.medium, s.relay, s.act, s.edits, s.about, s.confidence, s.words
  from statement s
  left join correction_in_force w on w.statement_id = s.statement_id and w.field = 'speaker'
  left join correction_in_force k on k.statement_id = s.statement_id and k.field = 'kind';

create view told_position as
  select p.article_id, p.run_id, p.ordinal, p.statement_id,
    case when w.value is null then p.holder else coalesce(w.value ->> 'entity', s.mention, p.holder) end as holder,
    coalesce(c.value #>> '{}', p.stance) as stance, p.relation, p.predicate, p.subject, p.object, p.words
  from position p
  join statement s on s.article_id = p.article_id and s.run_id = p.run_id and s.statement_id = p.statement_id
  left join correction_in_force w on w.statement_id = p.statement_id and w.field = 'speaker'
  left join correction_in_force c on c.statement_id = p.statement_id and c.field = 'stance'
    and c.target = proposition_key(p.relation, p.predicate, p.subject, p.object)
  where c.value is null or jsonb_typeof(c.value) <> 'null';

create or replace view statement_to_show as
  select s.article_id, s.run_id, s.statement_id, r.seq, s.ordinal,
    coalesce(v.published_day, (r.recorded_at at time zone 'UTC')::date) as day, r.recorded_at,
    s.entity as speaker, v.outlet, s.kind, s.act, s.confidence,
    array(select distinct p.stance from told_position p
      where (p.article_id, p.run_id, p.statement_id) = (s.article_id, s.run_id, s.statement_id)) as stances,
    array(select relation from told_position p
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
  join told_statement s on s.article_id = r.article_id and s.run_id = r.run_id
  cross join lateral (select string_agg(t, ' ') as plain from jsonb_array_elements_text(s.content_texts) t) content
  cross join lateral (
    select string_agg(name, ' ') as names from (
      select jsonb_array_elements_text(s.about) as name
      union select unnest(array[p.subject, p.object]) from position p
        where (p.article_id, p.run_id, p.statement_id) = (s.article_id, s.run_id, s.statement_id)
      union select unnest(array[l.subject, l.object, l."over"]) from relation l
        where (l.article_id, l.run_id, l.statement_id) = (s.article_id, s.run_id, s.statement_id)) named) about;

-- Who may write from elsewhere. The newest event of a name counts; role null closes the account.
create table account_event (
  seq bigint generated always as identity primary key,
  name text not null,
  role text,
  password_hash text,
  recorded_at timestamptz not null
);

-- What was done through the server, by whom, from where.
create table audit (
  seq bigint generated always as identity primary key,
  recorded_at timestamptz not null,
  who text not null,
  client text not null,
  action text not null,
  subject text,
  detail text
);
