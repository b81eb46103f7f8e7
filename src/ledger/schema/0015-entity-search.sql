-- Whom a name may stand for, in one question with a plan that is kept. Slips of the pen are looked for beside the same
-- surname and initial, or the same given name, before trigrams of the whole name are.
create index entity_name_spelling_trigrams on entity_name using gin (spelling gin_trgm_ops);
drop index entity_name_key_trigrams;

-- asked: [{key, spelling, surname, given, fuzzy}, …]. Gives {names: [{hits, entities, surname, given}, …], evidence: […]}:
-- for each name in its order the entities that it may stand for and how common its parts are; for each of these entities
-- the one that holds it now (root), with all that is on record of that.
-- Compiling the plan would take a thousand times as long as running it.
create function entities_like(asked jsonb) returns jsonb stable language plpgsql set jit = off as $body$
begin return (
  with recursive wanted as materialized (
    select w.nth, w.name->>'key' as key, w.name->>'spelling' as spelling, w.name->>'surname' as surname,
      w.name->>'given' as given, (w.name->>'fuzzy')::boolean as fuzzy
    from jsonb_array_elements(asked) with ordinality as w(name, nth)
  ), same as materialized (
    select w.nth, array(
      (select n.entity_id from entity_name n where n.key = w.key limit 40)
      union (select n.entity_id from entity_name n where n.spelling = w.spelling limit 40)) as ids
    from wanted w
  ), exact as materialized (
    select s.nth, s.ids as same, array(
      select unnest(s.ids)
      union (select n.entity_id from entity_name n where w.given is not null
        and n.surname = w.surname and n.given in (w.given, left(w.given, 1)) limit 40)
      union (select n.entity_id from entity_name n where length(w.given) = 1
        and n.surname = w.surname and n.given like w.given || '%' limit 40)
      union (select n.entity_id from entity_name n where w.given is null and n.surname = w.surname limit 40)
      union (select n.entity_id from entity_name n where w.fuzzy and s.ids = '{}'
        and n.surname = w.surname and n.given like left(w.given, 1) || '%' and similarity(n.given, w.given) >= 0.25 limit 15)
      union (select n.entity_id from (select g.entity_id, g.surname from entity_name g
        where w.fuzzy and s.ids = '{}' and g.given = w.given limit 200) n
        where similarity(n.surname, w.surname) >= 0.4 limit 15)
    ) as ids
    from wanted w join same s using (nth)
  ), hit as materialized (
    select e.nth, case when w.fuzzy and e.ids = '{}' then array(
      select n.entity_id from entity_name n where n.spelling % w.spelling and n.surname is not null
      order by similarity(n.spelling, w.spelling) desc, n.entity_id limit 15) else e.ids end as ids
    from exact e join wanted w using (nth)
  ), standing as materialized (
    select * from entity_event e where e.kind <> 'undo'
      and not exists (select 1 from entity_event u where u.undoes = e.event_id)
  ), merged as materialized (
    select distinct on (entity_id) entity_id, into_id from standing
    where kind = 'merge' order by entity_id, recorded_at desc, event_id desc
  ), up as (
    select entity_id, into_id as root, 1 as steps from merged
    union all select up.entity_id, m.into_id, up.steps + 1 from up join merged m on m.entity_id = up.root
      where m.into_id <> up.entity_id and up.steps < 100
  ), roots as materialized (
    select distinct on (entity_id) entity_id, root from up order by entity_id, steps desc
  ), moved as materialized (
    select distinct on (m.article_id, m.name) m.article_id, m.name, s.into_id
    from standing s join entity_event_mention m using (event_id)
    order by m.article_id, m.name, s.recorded_at desc, s.event_id desc
  ), found as materialized (
    select f.id as entity_id, coalesce(r.root, f.id) as root
    from (select distinct unnest(ids) as id from hit) f left join roots r on r.entity_id = f.id
  ), own as materialized (
    select root as entity_id, root from found
    union select r.entity_id, r.root from roots r where r.root in (select root from found)
  )
  select jsonb_build_object(
    'names', (select jsonb_agg(jsonb_build_object('hits', h.ids,
        'entities', (select coalesce(max(seq), 0) from entity),
        'surname', (select count(distinct entity_id) from (
          select n.entity_id from entity_name n where n.surname = w.surname limit 300) s),
        'given', (select count(distinct entity_id) from (
          select n.entity_id from entity_name n where n.given = w.given limit 300) g)) order by h.nth)
      from hit h join wanted w using (nth)),
    'evidence', coalesce((select jsonb_agg(jsonb_build_object('entityId', f.entity_id, 'root', f.root, 'type', e.type,
        'names', (select jsonb_agg(jsonb_build_object('told', n.told, 'of', n.entity_id)) from (
          select n.told, n.entity_id from own join entity_name n using (entity_id)
          where own.root = f.root order by n.recorded_at, n.told limit 60) n),
        'roles', array(select k.role from own join entity_role k using (entity_id) where own.root = f.root limit 60),
        'contexts', (select jsonb_agg(context) from (
          (select l.context from own join entity_link l using (entity_id) where own.root = f.root
            and not exists (select 1 from moved m where m.article_id = l.article_id and m.name = l.name)
            order by l.recorded_at desc limit 30)
          union all (select l.context from own join moved m on m.into_id = own.entity_id
            join entity_link l on l.article_id = m.article_id and l.name = m.name
            where own.root = f.root limit 30)) c)) order by f.entity_id)
      from found f join entity e on e.entity_id = f.root), '[]'::jsonb))
); end
$body$;
