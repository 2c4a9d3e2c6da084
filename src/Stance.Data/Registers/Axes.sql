-- Which scales are there, and who stands on their poles when?
select
  a.code,
  a.name,
  a.negative_pole,
  a.positive_pole,
  a.default_weight,
  m.country_code as country,
  m.weight,
  lower(m.valid) as from_day,
  upper(m.valid) as until_day,
  m.source
from axis a
left join axis_member m on m.axis_code = a.code
order by a.position, m.country_code, m.valid
