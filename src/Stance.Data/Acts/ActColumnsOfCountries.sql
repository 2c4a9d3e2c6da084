-- The same columns for a few countries, after their acts have changed.
select
  country_code,
  axis_code,
  id,
  is_vote,
  scored_on,
  score,
  weight,
  type_code,
  is_deed,
  known_from,
  known_to,
  codebook_version,
  expectation,
  evidence
from act_column
where country_code = any(@countries)
