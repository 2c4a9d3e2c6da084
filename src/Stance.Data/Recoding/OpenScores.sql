-- Keep what acts come to on each axis by a new codebook.
insert into scored_act (country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight)
select country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight
from unnest(
  @countries::text[], @events::uuid[], @versions::int[], @axes::text[], @bases::float8[], @poles::float8[], @expectations::float8[],
  @scores::float8[], @weights::float8[])
  as s (country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight)
