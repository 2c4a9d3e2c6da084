-- Take changed acts out of the collections an import put them into.
delete from collection_item i
using import_row r, collection c
where r.batch_id = @batch
  and r.event_id <> all(@left)
  and r.content_before is not null
  and c.id = i.collection_id
  and i.country_code = r.country_code
  and i.event_id = r.event_id
  and not c.code = any(r.collections_before)
