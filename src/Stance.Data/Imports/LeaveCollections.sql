-- Take changed acts of a batch out of the collections it does not name.
delete from collection_item i
using collection c, import_stage s
where s.version > 1
  and c.id = i.collection_id
  and i.country_code = s.country_code
  and i.event_id = s.event_id
  and not c.code = any(s.collections)
