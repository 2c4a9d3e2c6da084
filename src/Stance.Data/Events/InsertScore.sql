-- Keep what a version comes to on one axis.
insert into scored_act (country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight)
values (@country, @id, @version, @axis, @baseScore, @poleWeight, @expectation, @score, @weight)
