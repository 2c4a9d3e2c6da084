-- Bring back what some acts came to before their newest versions.
insert into scored_act (country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight)
select
  s.country_code,
  s.event_id,
  r.version + 1,
  s.axis_code,
  s.base_score,
  s.pole_weight,
  s.expectation,
  s.score,
  s.weight
from unnest(@countries::text[], @ids::uuid[], @versions::int[]) as r (country, id, version)
join scored_act s on s.country_code = r.country and s.event_id = r.id and s.version = r.version - 1
