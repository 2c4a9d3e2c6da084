-- What is an act of several states called, and who entered it?
select
  p.title,
  p.note,
  p.created_at as entered_at,
  u.name as entered_by
from parent_act p
left join app_user u on u.id = p.created_by
where p.id = @id
