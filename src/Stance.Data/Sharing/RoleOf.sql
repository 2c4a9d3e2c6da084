-- What may this person do at this moment? Nothing when disabled.
select role
from app_user
where id = @id
  and not is_disabled
for share
