-- What was changed in a register, or in one entry of it, the newest first?
select
  c.about,
  c.field,
  c.before,
  c.after,
  c.at,
  u.name as changed_by,
  c.reason
from register_change c
left join app_user u on u.id = c.changed_by
where c.register = @register
  and (@about::text is null or c.about = @about)
order by c.change_no desc
