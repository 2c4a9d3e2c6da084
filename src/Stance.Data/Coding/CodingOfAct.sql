-- By which case did an act come to be, and was it ruled?
select
  c.id,
  a.ruled_at,
  u.name as ruled_by,
  a.reason,
  a.both_stand
from coding_case c
left join adjudication a on a.case_id = c.id
left join app_user u on u.id = a.ruled_by
where c.event_id = @event
