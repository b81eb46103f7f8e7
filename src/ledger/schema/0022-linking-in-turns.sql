-- Reports are numbered in the order in which their articles were linked, since one article is linked at a time: whoever looked
-- before its turn need only look again at what came since.
alter table utterance_key add column seq bigint generated always as identity;
create index utterance_key_seq on utterance_key (seq);
-- How many telling stems the report has; null where it was linked before this was kept.
alter table utterance_key add column stems integer;
