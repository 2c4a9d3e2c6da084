-- Let one writer at a time add to an act of several states, until commit; is there such a one?
select id
from parent_act
where id = @id
for no key update
