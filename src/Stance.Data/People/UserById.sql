-- Who is this?
select
  id,
  email,
  name,
  role,
  password_hash,
  security_stamp,
  is_disabled
from app_user
where id = @id
