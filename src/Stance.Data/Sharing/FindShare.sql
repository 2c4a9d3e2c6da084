-- Which shared view does this secret open, if any was ever made with it?
select
  s.id,
  s.label,
  s.view,
  s.shows_world,
  s.secret_hash,
  s.created_by,
  u.name as created_by_name,
  s.created_at,
  s.expires_at,
  s.revoked_at,
  s.last_opened_at
from share s
join app_user u on u.id = s.created_by
where s.secret_hash = @hash
