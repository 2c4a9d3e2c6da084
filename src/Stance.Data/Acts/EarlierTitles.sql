-- What had an act of several states been called before, by a moment, until when, and who ended that why?
select
  v.title,
  upper(v.known) as until,
  u.name as changed_by,
  v.reason
from parent_act_version v
left join app_user u on u.id = v.changed_by
where v.parent_id = @id and upper(v.known) <= @knownAt
order by v.version desc
