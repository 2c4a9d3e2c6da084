-- Which of these acts stand beside another act that counts as the same state's part of the same act of several states?
select v.title
from stance_event_version v
join stance_event_version o
  on o.parent_id = v.parent_id
  and o.country_code = v.country_code
  and o.event_id <> v.event_id
  and upper_inf(o.known)
  and o.state = 'published'
  and o.is_scored
where v.event_id = any(@ids)
  and upper_inf(v.known)
  and v.state = 'published'
  and v.is_scored
order by v.title
