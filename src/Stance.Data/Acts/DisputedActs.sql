-- About which coded acts do reports on file contradict each other, the newest dispute first?
select
  v.event_id as id,
  v.title,
  v.country_code as country,
  v.scored_on as day,
  max(lower(k.known)) as since,
  count(*) over () as total
from claim k
join stance_event_version v on v.country_code = k.country_code and v.event_id = k.event_id and upper_inf(v.known)
where k.contradicts_preferred
  and upper_inf(k.known)
  and v.state = 'published'
  and (@countries::text[] is null or v.country_code = any(@countries))
group by v.event_id, v.title, v.country_code, v.scored_on
order by since desc, v.event_id
limit @most
