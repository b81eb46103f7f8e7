-- The same readings as before. Each row asks only for its own article's newer readings, which the index `reading_once`
-- answers, where `distinct on` read all readings for one article's.
create or replace view newest_reading as
  select article_id, seq, version_id, run_id, page_id, recorded_at
  from reading r
  where not exists (select from reading newer
    where newer.article_id = r.article_id and (newer.recorded_at, newer.seq) > (r.recorded_at, r.seq));
