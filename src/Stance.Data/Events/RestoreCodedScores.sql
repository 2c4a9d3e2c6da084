-- Bring back what two coders' answers came to before the newest versions of some acts.
insert into coded_score (country_code, event_id, version, axis_code, first, second)
select
  s.country_code,
  s.event_id,
  r.version + 1,
  s.axis_code,
  s.first,
  s.second
from unnest(@countries::text[], @ids::uuid[], @versions::int[]) as r (country, id, version)
join coded_score s on s.country_code = r.country and s.event_id = r.id and s.version = r.version - 1
