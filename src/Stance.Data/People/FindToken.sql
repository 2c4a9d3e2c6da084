-- Which token is this, if it still stands?
select
  id,
  name,
  role,
  secret_hash,
  created_at,
  last_used_at
from api_token
where secret_hash = @hash
  and revoked_at is null
