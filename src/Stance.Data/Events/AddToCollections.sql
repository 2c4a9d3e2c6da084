-- Put an act into collections.
insert into collection_item (collection_id, country_code, event_id)
select c.id, @country, @id
from collection c
where c.code = any(@codes)
on conflict do nothing
