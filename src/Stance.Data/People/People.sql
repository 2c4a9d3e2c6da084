-- Who may sign in, with how many sessions open?
select
  u.id,
  u.email,
  u.name,
  u.role,
  u.is_disabled,
  u.created_at,
  u.last_signed_in_at,
  (select count(*)::int from user_session s where s.user_id = u.id and s.expires_at > @now) as sessions
from app_user u
order by lower(u.name), u.id
