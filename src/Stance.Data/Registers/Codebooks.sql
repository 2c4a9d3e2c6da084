-- Which versions of the codebook were ever in force, and from when to when?
select
  version,
  lower(in_force) as known_from,
  upper(in_force) as known_until,
  sigma,
  prior_strength,
  note
from codebook_version
order by lower(in_force)
