-- Whose is this scenario, and how does it stand; nobody else changes it meanwhile.
select
  name,
  is_shared,
  created_by
from scenario
where id = @id
  and deleted_at is null
for update
