-- Vectors of what statements say, for search by meaning. It is no numbered file, since it is applied where pgvector 0.8 or
-- later is, whenever that comes; without it all else works. Derived as shown_statement is: made by `onrecord encode` from the
-- words, left out of backups, and kept for statements that are no longer shown, which are asked for as known on a date.
create table statement_vector (
  article_id text not null references article,
  statement_id text not null,
  -- The encoder and its version.
  encoder text not null,
  -- Of length 1.
  vector halfvec(384) not null,
  primary key (article_id, statement_id)
);
create index statement_vector_near on statement_vector using hnsw (vector halfvec_cosine_ops);
