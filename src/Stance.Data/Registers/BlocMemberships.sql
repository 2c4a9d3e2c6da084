-- Which blocs are there, and who belonged to them when?
select
  b.code,
  b.name,
  m.country_code as country,
  lower(m.valid) as from_day,
  upper(m.valid) as until_day,
  m.source
from bloc b
left join bloc_membership m on m.bloc_code = b.code and upper_inf(m.known)
order by b.name, m.country_code, m.valid
