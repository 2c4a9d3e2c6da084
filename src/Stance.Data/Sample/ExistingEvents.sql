-- Which of these coded events are here already?
select id
from stance_event
where id = any(@ids)
