-- Keep an open announcement from ending otherwise until commit, and say who made it.
select announced_by
from codebook_announcement
where id = @id and ended_at is null
for update
