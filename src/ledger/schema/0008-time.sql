-- Which reading of an article is the newest is told by when it was recorded, not by the order in which rows arrived: the
-- writer keeps the times of one article strictly rising, and a ledger that is merged into another brings older readings
-- later. `seq` only parts readings of the same instant, and pages through lists.
create unique index reading_once on reading (article_id, recorded_at, run_id);

create or replace view newest_reading as
  select distinct on (article_id) article_id, seq, version_id, run_id, page_id, recorded_at
  from reading
  order by article_id, recorded_at desc, seq desc;
