-- Put some acts into a collection.
insert into collection_item (collection_id, country_code, event_id)
select
  c.id,
  r.country,
  r.id
from unnest(@countries::text[], @ids::uuid[]) as r (country, id)
cross join collection c
where c.code = @code
on conflict do nothing
