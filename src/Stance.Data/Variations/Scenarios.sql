-- Which scenarios may this person see: own ones, shared ones, an administrator everybody's; newest first.
select
  s.id,
  s.name,
  s.assumptions,
  s.half_life,
  s.is_shared,
  s.created_by,
  u.name as created_by_name,
  s.created_at
from scenario s
join app_user u on u.id = s.created_by
where s.deleted_at is null
  and (s.is_shared or s.created_by = @person or @seesAll)
  and (@ids::uuid[] is null or s.id = any(@ids))
order by s.created_at desc, s.id
limit 500
