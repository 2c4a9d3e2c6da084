-- On every other axis acts keep the very scores they had.
insert into scored_act (country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight)
select s.country_code, s.event_id, s.version + 1, s.axis_code, s.base_score, s.pole_weight, s.expectation, s.score, s.weight
from unnest(@countries::text[], @events::uuid[], @versions::int[]) as a (country_code, event_id, version)
join scored_act s using (country_code, event_id, version)
where s.axis_code <> @axis
