-- Whom names stand for, as functions: their plans are made once a session, where the same words within each question took
-- more time to plan than to answer. `as_known`: the instant as of which it is wanted; null counts all that is on record.

-- Events that count: those that no undo takes back.
create function standing_event(as_known timestamptz) returns setof entity_event
  language sql stable rows 20 as $$
    select e.* from entity_event e
    where e.kind <> 'undo' and (as_known is null or e.recorded_at <= as_known)
      and not exists (select 1 from entity_event u
        where u.undoes = e.event_id and (as_known is null or u.recorded_at <= as_known))
  $$;

-- Merged entities with the one that they are part of now. Ledgers that were brought together may hold merges that go in a
-- ring; it ends where it began.
create function entity_root(as_known timestamptz) returns table (entity_id text, root text)
  language plpgsql stable rows 20 as $$
  #variable_conflict use_column
  begin
    return query with recursive merged as (
      select distinct on (s.entity_id) s.entity_id, s.into_id from standing_event(as_known) s
      where s.kind = 'merge' order by s.entity_id, s.recorded_at desc, s.event_id desc
    ), up as (
      select m.entity_id, m.into_id as root, 1 as steps from merged m
      union all select up.entity_id, m.into_id, up.steps + 1 from up join merged m on m.entity_id = up.root
        where m.into_id <> up.entity_id and up.steps < 100
    )
    select distinct on (up.entity_id) up.entity_id, up.root from up order by up.entity_id, up.steps desc;
  end $$;

-- Mentions that a split gave to another entity.
create function entity_move(as_known timestamptz) returns table (article_id text, name text, into_id text)
  language plpgsql stable rows 20 as $$
  #variable_conflict use_column
  begin
    return query select distinct on (m.article_id, m.name) m.article_id, m.name, s.into_id
      from entity_event_mention m join standing_event(as_known) s using (event_id)
      order by m.article_id, m.name, s.recorded_at desc, s.event_id desc;
  end $$;

-- The entities that are one with those given, themselves included.
create function entity_member(ids text[], as_known timestamptz) returns table (entity_id text, root text)
  language plpgsql stable rows 5 as $$
  #variable_conflict use_column
  begin
    return query select g.id, g.id from unnest(ids) g(id)
      union select r.entity_id, r.root from entity_root(as_known) r where r.root = any(ids);
  end $$;

-- The links of some entities that no other holds.
create function links_of_entities(ids text[], as_known timestamptz)
  returns table (root text, article_id text, name text, score real, reasons jsonb, context jsonb, recorded_at timestamptz)
  language plpgsql stable rows 50 as $$
  #variable_conflict use_column
  begin
    return query with own as materialized (select * from entity_member(ids, as_known)),
      moved as materialized (select * from entity_move(as_known))
    select own.root, l.article_id, l.name, l.score, l.reasons, l.context, l.recorded_at
      from own join entity_link l using (entity_id)
      where (as_known is null or l.recorded_at <= as_known)
        and not exists (select 1 from moved m where m.article_id = l.article_id and m.name = l.name)
    union all select own.root, l.article_id, l.name, l.score, l.reasons, l.context, l.recorded_at
      from own join moved m on m.into_id = own.entity_id
      join entity_link l on l.article_id = m.article_id and l.name = m.name
      where (as_known is null or l.recorded_at <= as_known);
  end $$;

-- The entities, each by the one that holds it, a name of which is like a pattern.
create function entities_named(pattern text, as_known timestamptz) returns setof text
  language plpgsql stable rows 20 as $$
  begin
    return query select distinct coalesce(r.root, f.entity_id) from (
        select n.entity_id from entity_name n
        where n.told ilike pattern and (as_known is null or n.recorded_at <= as_known)
        union select s.entity_id from standing_event(as_known) s where s.kind = 'rename' and s.name ilike pattern
        union select e.entity_id from entity e
        where e.named and e.name ilike pattern and (as_known is null or e.recorded_at <= as_known)
      ) f left join entity_root(as_known) r on r.entity_id = f.entity_id;
  end $$;

-- How an entity is shown: as a person or a list named it last, else by the fullest name it was told by.
create function shown_name(entity text, as_known timestamptz) returns text
  language plpgsql stable as $$
  begin
    return coalesce(
      (select s.name from standing_event(as_known) s where s.kind = 'rename' and s.entity_id = entity
        order by s.recorded_at desc, s.event_id desc limit 1),
      (select e.name from entity e where e.entity_id = entity and e.named),
      (select n.told from entity_name n where n.entity_id = entity and (as_known is null or n.recorded_at <= as_known)
        order by n.fullness desc, n.recorded_at, n.told limit 1),
      (select e.name from entity e where e.entity_id = entity));
  end $$;

-- A speaker's statements are found by his name first.
create index shown_statement_speaker on shown_statement (lower(speaker));
