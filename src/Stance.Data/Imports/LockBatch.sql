-- Keep other writers off every act of an import, until commit.
select count(*)
from (
  select e.id
  from stance_event e
  join import_row r on r.country_code = e.country_code and r.event_id = e.id
  where r.batch_id = @batch
  order by e.id
  for update of e
) locked
