-- As before. The statement's own words for its source are looked up only where a correction took its speaker away: they
-- were joined to every position, which read every statement.
create or replace view told_position as
  select p.article_id, p.run_id, p.ordinal, p.statement_id,
    case when w.value is null then p.holder
      else coalesce(w.value ->> 'entity',
        (select s.mention from statement s
          where s.article_id = p.article_id and s.run_id = p.run_id and s.statement_id = p.statement_id),
        p.holder) end as holder,
    coalesce(c.value #>> '{}', p.stance) as stance, p.relation, p.predicate, p.subject, p.object, p.words
  from position p
  left join correction_in_force w on w.statement_id = p.statement_id and w.field = 'speaker'
  left join correction_in_force c on c.statement_id = p.statement_id and c.field = 'stance'
    and c.target = proposition_key(p.relation, p.predicate, p.subject, p.object)
  where c.value is null or jsonb_typeof(c.value) <> 'null';
