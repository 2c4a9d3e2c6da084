-- Keep other writers off one act until commit.
select true
from stance_event
where id = @id
for update
