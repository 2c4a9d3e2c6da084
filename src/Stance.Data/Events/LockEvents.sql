-- Keep other writers off some acts until commit, in one order, so that two commands never wait for each other.
select id
from stance_event
where id = any(@ids)
order by id
for update
