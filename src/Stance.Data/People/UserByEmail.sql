-- Who signs in with this address?
select
  id,
  email,
  name,
  role,
  password_hash,
  security_stamp,
  is_disabled
from app_user
where normalized_email = @email
