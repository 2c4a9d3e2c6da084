-- Bring back what the acts came to before an import.
insert into scored_act (country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight)
select s.country_code, s.event_id, r.version + 1, s.axis_code, s.base_score, s.pole_weight, s.expectation, s.score, s.weight
from import_row r
join scored_act s on s.country_code = r.country_code and s.event_id = r.event_id and s.version = r.version - 1
where r.batch_id = @batch and r.event_id <> all(@left) and r.content_before is not null
