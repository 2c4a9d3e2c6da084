-- Keep other writers off the stages of a commitment, and off the act it begins with, until commit, in one order.
select id
from stance_event
where id = @begun
  or id in (select v.event_id from stance_event_version v where v.chain_id = @chain and upper_inf(v.known))
order by id
for update
