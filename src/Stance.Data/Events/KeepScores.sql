-- Keep what the next versions of some acts come to on each axis.
insert into scored_act (country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight)
select
  r.country,
  r.id,
  r.version,
  r.axis,
  r."baseScore",
  r."poleWeight",
  r.expectation,
  r.score,
  r.weight
from jsonb_to_recordset(@rows::jsonb) as r (
  country text,
  id uuid,
  version int,
  axis text,
  "baseScore" float8,
  "poleWeight" float8,
  expectation float8,
  score float8,
  weight float8
)
