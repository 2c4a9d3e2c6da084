-- What does each kind of tie add to the starting value on each axis?
select
  codebook_version as codebook,
  axis_code as axis,
  tie_kind as kind,
  weight,
  once_with
from prior_weight
order by codebook_version, axis_code, tie_kind
