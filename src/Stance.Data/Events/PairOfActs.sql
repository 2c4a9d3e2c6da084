-- Hold two acts against other writers: what countries are they of, and is either taken back?
select
  e.id,
  e.country_code as country,
  v.title,
  v.state = 'retracted' as is_retracted
from stance_event e
join stance_event_version v on v.country_code = e.country_code and v.event_id = e.id and upper_inf(v.known)
where e.id = any(@ids)
order by e.id
for update of e
