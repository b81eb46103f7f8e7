-- What a version of the reader made of a stored page. A better reader reads the page again: the text that it finds is
-- another version of the article, beside the earlier one, which `replaces` names; null where the page was new.
create table page_reading (
  article_id text not null,
  page_id text not null,
  reader text not null,
  version_id text not null,
  replaces text,
  recorded_at timestamptz not null,
  primary key (article_id, page_id, reader),
  foreign key (article_id, page_id) references source_page,
  foreign key (article_id, version_id) references article_version
);
create index page_reading_replaces on page_reading (article_id, replaces);
