-- Which of these sessions still stand?
select s.id
from user_session s
join app_user u on u.id = s.user_id
where s.id = any(@ids)
  and s.expires_at > @now
  and not u.is_disabled
