-- Keep other writers off one case until commit.
select true
from coding_case
where id = @id
for update
