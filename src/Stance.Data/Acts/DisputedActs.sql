-- About which acts do reports on file contradict each other, coded or votes of scored roll calls, the newest dispute first?
select
  d.id,
  d.title,
  d.country,
  d.day,
  d.since,
  count(*) over () as total
from (
  select
    v.event_id::text as id,
    v.title,
    v.country_code as country,
    v.scored_on as day,
    max(lower(k.known)) as since
  from claim k
  join stance_event_version v on v.country_code = k.country_code and v.event_id = k.event_id and upper_inf(v.known)
  where k.contradicts_preferred
    and upper_inf(k.known)
    and v.state = 'published'
  group by v.event_id, v.title, v.country_code, v.scored_on
  union all
  select
    v.roll_call_id || '.' || v.country_code,
    s.title,
    v.country_code,
    s.held_on,
    max(lower(k.known))
  from claim k
  join vote v on v.country_code = k.country_code and v.roll_call_id = k.roll_call_id and upper_inf(v.known)
  join roll_call_side s on s.roll_call_id = v.roll_call_id and s.choice = v.choice and upper_inf(s.known)
  where k.contradicts_preferred
    and upper_inf(k.known)
  group by v.roll_call_id, v.country_code, s.title, s.held_on
) d
where @countries::text[] is null or d.country = any(@countries)
order by d.since desc, d.id
limit @most
