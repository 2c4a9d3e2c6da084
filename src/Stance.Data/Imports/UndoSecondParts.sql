-- Which acts that an import had changed come back beside another act that is the same state's part of an act of several states by now?
select v.title
from import_row r
join stance_event_version v on v.country_code = r.country_code and v.event_id = r.event_id and upper_inf(v.known) and v.state = 'published' and v.is_scored
join stance_event_version o
  on o.parent_id = v.parent_id
  and o.country_code = v.country_code
  and o.event_id <> v.event_id
  and upper_inf(o.known)
  and o.state = 'published'
  and o.is_scored
where r.batch_id = @batch and r.content_before is not null
order by v.title
