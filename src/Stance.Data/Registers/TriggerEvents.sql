-- Which events in the world do charts mark, and which did they, as known when?
select
  id,
  title,
  starts_on as from_day,
  ends_on as to_day,
  lower(known) as known_from,
  upper(known) as known_until
from trigger_event
order by starts_on, id, known
