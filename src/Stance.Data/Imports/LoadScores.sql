-- Keep what the versions of a batch come to on each axis.
insert into scored_act (country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight)
select country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight
from import_stage_score
