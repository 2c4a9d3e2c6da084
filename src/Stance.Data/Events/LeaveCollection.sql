-- Take some acts out of a collection.
delete from collection_item i
using collection c, unnest(@countries::text[], @ids::uuid[]) as r (country, id)
where c.id = i.collection_id and c.code = @code and i.country_code = r.country and i.event_id = r.id
