-- Was this very scenario saved before by this person? Null when the id is free.
select created_by = @owner and assumptions = @assumptions and half_life = @halfLife
from scenario
where id = @id
