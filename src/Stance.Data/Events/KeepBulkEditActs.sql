-- Keep which version of which act a change of many made.
insert into bulk_edit_act (bulk_id, country_code, event_id, version)
select
  @id,
  r.country,
  r.id,
  r.version + 1
from unnest(@countries::text[], @ids::uuid[], @versions::int[]) as r (country, id, version)
