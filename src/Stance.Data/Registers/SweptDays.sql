-- Which days were looked at, for which country, and since when is that on file?
select
  c.country_code as country,
  lower(s.swept) as from_day,
  upper(s.swept) - 1 as to_day,
  s.swept_at
from source_sweep s
join source_sweep_country c on c.sweep_id = s.id
