-- Which events in the world do charts mark, as known now?
select
  id,
  title,
  starts_on as from_day,
  ends_on as to_day
from trigger_event_as_of(now())
order by starts_on
