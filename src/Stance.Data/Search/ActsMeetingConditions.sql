-- Which acts, whenever known, are of these kinds and hold these fields: coded events, and roll calls where voting is such a kind?
select
  f.event_id,
  f.roll_call_id
from (
  select v.event_id, null::uuid as roll_call_id
  from stance_event_version v
  where v.type_code = any(@types)
    and not exists (
      select
      from unnest(@paths::jsonpath[]) p(path)
      where coalesce(v.attributes @@ p.path, false) is false)
  union all
  select null, c.roll_call_id
  from roll_call_scoring c
  where 'DIP-UNV' = any(@types)
) f
limit @limit
