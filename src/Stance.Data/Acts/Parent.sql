-- What was an act of several states called at a moment, and who entered it?
select
  coalesce(v.title, p.title) as title,
  p.note,
  p.created_at as entered_at,
  u.name as entered_by
from parent_act p
left join app_user u on u.id = p.created_by
left join parent_act_version v on v.parent_id = p.id and is_known_at(v.known, @knownAt)
where p.id = @id
