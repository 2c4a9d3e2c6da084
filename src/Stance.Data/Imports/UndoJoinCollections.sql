-- Put changed acts back into the collections they were in before an import.
insert into collection_item (collection_id, country_code, event_id)
select c.id, r.country_code, r.event_id
from import_row r
join collection c on c.code = any(r.collections_before)
where r.batch_id = @batch and r.event_id <> all(@left) and r.content_before is not null
on conflict do nothing
