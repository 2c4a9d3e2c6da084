-- Which tokens stand?
select
  id,
  name,
  role,
  secret_hash,
  created_at,
  last_used_at
from api_token
where revoked_at is null
order by created_at desc
