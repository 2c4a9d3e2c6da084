-- Which acts count as parts of these acts of several states?
select
  v.parent_id as whole,
  v.country_code as country,
  v.event_id as event
from stance_event_version v
where v.parent_id = any(@ids)
  and upper_inf(v.known)
  and v.state = 'published'
  and v.is_scored
