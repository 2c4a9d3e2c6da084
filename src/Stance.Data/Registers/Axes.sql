-- Which scales are there, who stands and stood on their poles when, and from when to when was that known?
select
  a.code,
  a.name,
  a.negative_pole,
  a.positive_pole,
  a.default_weight,
  a.description,
  m.country_code as country,
  m.weight,
  lower(m.valid) as from_day,
  upper(m.valid) as until_day,
  m.source,
  lower(m.known) as known_from,
  upper(m.known) as known_until
from axis a
left join axis_member m on m.axis_code = a.code
order by a.position, m.country_code, m.valid, m.known
