-- Recognition, naming and positions are asked for by any part of a name. Without these, each question read every such row.
create index relation_subject_trigrams on relation using gin (subject gin_trgm_ops) where relation = 'recognize';
create index relation_object_trigrams on relation using gin (object gin_trgm_ops) where relation = 'recognize';
create index relation_over_trigrams on relation using gin (coalesce("over", '') gin_trgm_ops) where relation = 'recognize';
create index designation_entity_trigrams on designation using gin (entity gin_trgm_ops);
create index position_holder_trigrams on position using gin (holder gin_trgm_ops);
