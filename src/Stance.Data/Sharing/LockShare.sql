-- Whose is this shared view, and is it revoked; nobody else revokes it meanwhile.
select
  created_by,
  revoked_at
from share
where id = @id
for update
