-- Which marks are and were on file, each with what it said before, who said so and why?
select
  t.id,
  t.title,
  t.starts_on as from_day,
  t.ends_on as to_day,
  t.note,
  lower(t.known) as since,
  upper(t.known) as until,
  o.name as opened_by,
  t.reason,
  b.name as taken_back_by,
  t.taken_back_reason
from trigger_event t
left join app_user o on o.id = t.opened_by
left join app_user b on b.id = t.taken_back_by
order by t.id, t.known desc
