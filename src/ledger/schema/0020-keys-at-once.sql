-- Each stored article asks these indexes before the server has sorted in what was stored just before; what waits unsorted is
-- read whole by every question, which took ten times as long as the question itself.
alter index utterance_key_keys set (fastupdate = off);
alter index article_sketch_bands set (fastupdate = off);
alter index entity_name_spelling_trigrams set (fastupdate = off);
select gin_clean_pending_list('utterance_key_keys'), gin_clean_pending_list('article_sketch_bands'),
  gin_clean_pending_list('entity_name_spelling_trigrams');
