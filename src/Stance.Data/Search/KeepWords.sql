-- Which words did this act bring that were never written before? They are kept.
insert into written_word
select distinct w.word
from (
  select v.words
  from stance_event_version v
  where v.country_code = @country and v.event_id = @id
  union all
  select x.words
  from claim c
  join excerpt x on x.id = c.excerpt_id
  where c.country_code = @country and c.event_id = @id
) t
cross join lateral unnest(tsvector_to_array(t.words)) as w(word)
where w.word ~ '[[:alpha:]]' and length(w.word) between 4 and 40
on conflict do nothing
