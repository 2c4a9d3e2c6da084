-- Put the acts of a batch into the collections it names.
insert into collection_item (collection_id, country_code, event_id)
select c.id, s.country_code, s.event_id
from import_stage s
join collection c on c.code = any(s.collections)
where s.collections <> '{}'
on conflict do nothing
