-- Which countries have a part in an act of several states?
select distinct country_code
from stance_event_version
where parent_id = @id and upper_inf(known)
