-- Since when has each of these acts been known, whatever was corrected later?
select
  coalesce(k.event_id::text, k.roll_call_id || '.' || k.country) as act_id,
  f.known_since
from unnest(@countries::text[], @events::uuid[], @rollCalls::uuid[]) as k (country, event_id, roll_call_id)
cross join lateral (
  select min(lower(e.known)) as known_since
  from act_version e
  where e.country_code = k.country and e.event_id = k.event_id
  union all
  select min(lower(r.known))
  from act_version r
  where r.country_code = k.country and r.roll_call_id = k.roll_call_id
) f
where f.known_since is not null
