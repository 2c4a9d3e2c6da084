-- On which axes do two coders' scores stand in these versions of some acts?
select
  s.event_id as event,
  s.axis_code as axis,
  s.first,
  s.second
from unnest(@countries::text[], @ids::uuid[], @versions::int[]) as r (country, id, version)
join coded_score s on s.country_code = r.country and s.event_id = r.id and s.version = r.version
