-- Where is this person signed in?
select
  id as session_id,
  started_at,
  renewed_at,
  expires_at,
  device
from user_session
where user_id = @userId
  and expires_at > @now
order by renewed_at desc
