-- Let the keys of restored acts mean what they meant before.
update import_key k
set version = r.version + 1, content = r.content_before
from import_row r
where r.batch_id = @batch
  and r.event_id <> all(@left)
  and r.content_before is not null
  and k.sender = @sender
  and k.key = r.key
  and k.event_id = r.event_id
