-- Which acts of a country could an act of a day be a later stage of? Those of its kind and toward the same first, then the newest.
select
  v.event_id as act,
  v.title,
  v.stage,
  v.scored_on as day,
  v.is_scored
from stance_event_version v
where v.country_code = @country
  and upper_inf(v.known)
  and v.state = 'published'
  and v.scored_on <= @day
  and v.event_id is distinct from @except
  and position(lower(@words) in lower(v.title)) > 0
order by (v.type_code is not distinct from @type)::int + (v.recipient_code is not distinct from @recipient)::int desc, v.scored_on desc, v.event_id
limit 6
