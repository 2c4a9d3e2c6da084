-- End what an import opened, where nobody changed it since.
update stance_event_version v
set known = tstzrange(lower(v.known), greatest(@at, lower(v.known) + interval '1 microsecond'))
from import_row r
where r.batch_id = @batch
  and r.event_id <> all(@left)
  and v.country_code = r.country_code
  and v.event_id = r.event_id
  and v.version = r.version
