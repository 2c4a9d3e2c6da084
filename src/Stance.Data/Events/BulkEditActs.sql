-- Which acts did a change of many change, and which of them were changed since?
select
  a.event_id as id,
  a.country_code as country,
  a.version,
  n.title,
  n.version as newest
from bulk_edit_act a
cross join lateral (
  select v.version, v.title
  from stance_event_version v
  where v.country_code = a.country_code and v.event_id = a.event_id
  order by v.version desc
  limit 1
) n
where a.bulk_id = @id and (@countries::text[] is null or a.country_code = any(@countries))
order by n.title, a.event_id
