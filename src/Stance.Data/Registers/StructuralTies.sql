-- Which lasting ties does each country have, and from when to when?
select
  country_code as country,
  tie_kind as kind,
  lower(valid) as from_day,
  upper(valid) as until_day,
  source
from structural_tie
where upper_inf(known)
order by country_code, valid, tie_kind
