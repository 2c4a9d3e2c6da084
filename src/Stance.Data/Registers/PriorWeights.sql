-- What does each kind of tie add to the starting value on each axis?
select
  axis_code as axis,
  tie_kind as kind,
  weight,
  once_with
from prior_weight
where codebook_version = @version
order by axis_code, tie_kind
