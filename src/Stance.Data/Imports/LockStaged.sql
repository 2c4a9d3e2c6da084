-- Keep other writers off the acts a batch changes, until commit.
select count(*)
from (
  select e.id
  from stance_event e
  join import_stage s on s.country_code = e.country_code and s.event_id = e.id
  where s.version > 1
  order by e.id
  for update of e
) locked
