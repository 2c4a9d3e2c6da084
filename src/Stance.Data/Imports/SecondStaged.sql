-- Which staged rows are a part of a state that got its part while the file was read?
select s.row_no
from import_stage s
join stance_event_version v
  on v.parent_id = s.parent_id
  and v.country_code = s.country_code
  and v.event_id <> s.event_id
  and upper_inf(v.known)
  and v.state = 'published'
  and v.is_scored
where not exists (select from import_stage o where o.event_id = v.event_id)
order by s.row_no
