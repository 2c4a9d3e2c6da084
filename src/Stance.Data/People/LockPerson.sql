-- What may this person do now, and is anybody else left to administer?
select
  role,
  is_disabled,
  exists (
    select from app_user o
    where o.id <> u.id
      and o.role = 'administrator'
      and not o.is_disabled) as others_administer
from app_user u
where id = @id
for update
