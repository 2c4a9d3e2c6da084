-- What are these acts called, as known at the later of two moments, or at the earlier when they are gone by then?
select distinct on (v.act_id)
  v.act_id,
  v.title,
  v.type_code as type,
  v.happened_from as from_day,
  v.happened_to as to_day,
  v.precision,
  v.scored_on,
  v.mode = 'M' as is_deed,
  exists (
    select
    from claim_as_of(m.known_at) k
    where k.country_code = v.country_code
      and (k.event_id = v.event_id or k.roll_call_id = v.roll_call_id)
      and k.contradicts_preferred) as is_disputed
from unnest(array[@knownFrom, @knownTo]::timestamptz[]) as m(known_at)
cross join lateral act_version_as_of(m.known_at) v
where v.country_code = any(@countries)
  and (v.event_id = any(@ids) or v.roll_call_id = any(@ids))
order by v.act_id, m.known_at desc
