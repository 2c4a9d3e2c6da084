-- Which version of the codebook is in force today?
select
  version,
  lower(effective) as effective_from,
  sigma,
  prior_strength
from codebook_version
where effective @> @today
