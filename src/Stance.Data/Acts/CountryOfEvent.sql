-- Whose act is a coded event?
select country_code
from stance_event
where id = @id
