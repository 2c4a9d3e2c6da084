-- Which acts can have this word, whenever known: coded events and roll calls, looked up in the indexes of words?
select
  f.event_id,
  f.roll_call_id
from (
  select v.event_id, null::uuid as roll_call_id
  from stance_event_version v
  where v.words @@ @query::tsquery
  union all
  select c.event_id, c.roll_call_id
  from excerpt x
  join claim c on c.excerpt_id = x.id
  where x.words @@ @query::tsquery
  union all
  select null, r.id
  from roll_call r
  where r.words @@ @query::tsquery
  union all
  select null, c.roll_call_id
  from roll_call_scoring c
  where exists (select from event_type_variant t where t.type_code = 'DIP-UNV' and t.words @@ @query::tsquery)
) f
limit @limit
