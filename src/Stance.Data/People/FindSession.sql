-- Whose session is this, and does it still stand?
select
  s.id as session_id,
  s.started_at,
  s.renewed_at,
  s.expires_at,
  u.id as user_id,
  u.email,
  u.name,
  u.role
from user_session s
join app_user u on u.id = s.user_id
where s.id = @id
  and s.expires_at > @now
  and not u.is_disabled
