-- Who is named beside an entity is told by the links of its articles: giving the lists of companions that links carried, 40
-- ids for each of 30 articles, took nine tenths of the time of a question. New links carry none.
drop function entities_like(jsonb);

-- asked: [{key, spelling, surname, given, fuzzy}, …]; besides: entities known to be named in the article. Gives
-- {names: [{hits, entities, surname, given}, …], evidence: […]}: for each name in its order the entities that it may stand
-- for and how common its parts are; for each of these entities the one that holds it now (root), with all that is on record
-- of that, how many are named beside it (company), and which of those that the article may name too (companions).
-- Compiling the plan would take a thousand times as long as running it; sorting, as long as an entity has links, where the
-- index has them in order.
create function entities_like(asked jsonb, besides text[]) returns jsonb stable language plpgsql set jit = off set enable_sort = off set plan_cache_mode = force_generic_plan as $body$
begin return (
  with wanted as materialized (
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
  ), roots as materialized (
    select * from entity_root(null)
  ), moved as materialized (
    select * from entity_move(null)
  ), found as materialized (
    select f.id as entity_id, coalesce(r.root, f.id) as root
    from (select distinct unnest(ids) as id from hit) f left join roots r on r.entity_id = f.id
  ), own as materialized (
    select root as entity_id, root from found
    union select r.entity_id, r.root from roots r where r.root in (select root from found)
  ), recent as materialized (
    -- By entity first, so that the index gives the newest: the links of one that is in every article are not sorted.
    select f.root, l.context, (select count(*) from entity_link o
        where o.article_id = l.article_id and o.name <> l.name) as company, array(
        select o.entity_id from entity_link o where o.article_id = l.article_id and o.name <> l.name
          and o.entity_id in (select entity_id from own union all select unnest(besides))) as companions
    from (select distinct root from found) f cross join lateral (
      (select l.article_id, l.name, l.context from own cross join lateral (
          select k.* from entity_link k where k.entity_id = own.entity_id
            and not exists (select 1 from moved m where m.article_id = k.article_id and m.name = k.name)
          order by k.recorded_at desc limit 30) l
        where own.root = f.root order by l.recorded_at desc limit 30)
      union all (select l.article_id, l.name, l.context from own join moved m on m.into_id = own.entity_id
        join entity_link l on l.article_id = m.article_id and l.name = m.name
        where own.root = f.root limit 30)) l
  )
  select jsonb_build_object(
    'names', (select jsonb_agg(jsonb_build_object('hits', h.ids,
        'entities', (select coalesce(max(seq), 0) from entity),
        'surname', (select count(distinct entity_id) from (
          select n.entity_id from entity_name n where n.surname = w.surname limit 300) s),
        'given', (select count(distinct entity_id) from (
          select n.entity_id from entity_name n where n.given = w.given limit 300) g)) order by h.nth)
      from hit h join wanted w using (nth)),
    'evidence', coalesce((select jsonb_agg(jsonb_build_object('entityId', f.entity_id, 'root', f.root,
        'type', (select e.type from entity e where e.entity_id = f.root),
        'names', (select jsonb_agg(jsonb_build_object('told', n.told, 'of', n.entity_id)) from (
          select n.told, n.entity_id from own join entity_name n using (entity_id)
          where own.root = f.root order by n.recorded_at, n.told limit 60) n),
        'roles', array(select k.role from own join entity_role k using (entity_id) where own.root = f.root limit 60),
        'contexts', (select jsonb_agg(r.context - 'companions') from recent r where r.root = f.root),
        'companions', array(select distinct unnest(r.companions) from recent r where r.root = f.root),
        'company', (select coalesce(sum(r.company), 0) from recent r where r.root = f.root)) order by f.entity_id)
      from found f), '[]'::jsonb))
); end
$body$;
