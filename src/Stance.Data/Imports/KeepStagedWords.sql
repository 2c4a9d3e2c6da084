-- Which words did a batch bring that were never written before? They are kept.
insert into written_word
select distinct w.word
from (
  select v.words
  from import_stage s
  join stance_event_version v on v.event_id = s.event_id and v.version = s.version
  union all
  select x.words
  from import_stage_passage p
  join excerpt x on x.id = p.id
) t
cross join lateral unnest(tsvector_to_array(t.words)) as w(word)
where w.word ~ '[[:alpha:]]' and length(w.word) between 4 and 40
on conflict do nothing
