-- What does this mark say now? It is held until the command ends.
select
  title,
  starts_on as from_day,
  ends_on as to_day,
  note,
  lower(known) as since
from trigger_event
where id = @id
  and upper_inf(known)
for update
