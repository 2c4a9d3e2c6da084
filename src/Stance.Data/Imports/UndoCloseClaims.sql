-- End the claims of acts taken back, and those an import opened.
update claim k
set known = tstzrange(lower(k.known), upper(v.known))
from import_row r
join stance_event_version v on v.country_code = r.country_code and v.event_id = r.event_id and v.version = r.version
where r.batch_id = @batch
  and r.event_id <> all(@left)
  and k.country_code = r.country_code
  and k.event_id = r.event_id
  and upper_inf(k.known)
  and lower(k.known) < upper(v.known)
  and (r.content_before is null or (k.rank = 'preferred' and lower(k.known) = lower(v.known)))
