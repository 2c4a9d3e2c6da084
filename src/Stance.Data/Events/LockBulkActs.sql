-- Keep other writers off every act of a change of many, until commit.
select count(*)
from (
  select e.id
  from stance_event e
  join bulk_edit_act a on a.country_code = e.country_code and a.event_id = e.id
  where a.bulk_id = @id
  order by e.id
  for update of e
) locked
