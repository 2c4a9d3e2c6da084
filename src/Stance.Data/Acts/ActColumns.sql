-- Every version of every act on every axis, as narrow as the index needs it.
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
