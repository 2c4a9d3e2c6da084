-- Which invitations and password links wait to be used?
select
  l.id,
  l.purpose,
  l.role,
  coalesce(u.email, l.email) as email,
  u.name,
  l.user_id,
  l.created_at,
  l.expires_at
from one_time_link l
left join app_user u on u.id = l.user_id
where l.purpose <> 'first-administrator'
  and l.used_at is null
  and l.revoked_at is null
  and l.expires_at > @now
order by l.created_at desc
