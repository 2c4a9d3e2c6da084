-- Put the acts of a batch into the collections it names, where they are not yet.
insert into collection_item (collection_id, country_code, event_id)
select c.id, s.country_code, s.event_id
from import_stage s
join collection c on c.code = any(s.collections)
where s.collections <> '{}'
  and (s.version = 1 or not exists (
    select from collection_item i
    where i.collection_id = c.id and i.country_code = s.country_code and i.event_id = s.event_id))
