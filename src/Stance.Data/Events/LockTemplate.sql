-- Keep other writers off one template until commit: what is it now?
select
  owner_id,
  name,
  is_shared
from act_template
where id = @id and removed_at is null
for update
