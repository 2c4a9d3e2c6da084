-- Take an act out of the collections that are not named.
delete from collection_item i
using collection c
where c.id = i.collection_id and i.country_code = @country and i.event_id = @id and not c.code = any(@codes)
