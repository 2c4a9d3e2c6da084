-- Which words did a batch bring that were never written before? They are kept. Each is looked at once, however often it stands.
with written as materialized (
  select distinct unnest(tsvector_to_array(t.words)) as word
  from (
    select v.words
    from import_stage s
    join stance_event_version v on v.event_id = s.event_id and v.version = s.version
    union all
    select x.words
    from import_stage_passage p
    join excerpt x on x.id = p.id
  ) t
)
insert into written_word
select word
from written
where word ~ '[[:alpha:]]' and length(word) between 4 and 40
on conflict do nothing
