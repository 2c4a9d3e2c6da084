-- Which countries are there, and by which other names and codes are they known?
select
  c.code,
  c.name,
  coalesce(c.official_name, c.name) as official_name,
  c.valid_from,
  c.valid_to,
  coalesce(array_agg(a.alias order by a.kind, a.alias) filter (where a.alias is not null), '{}') as aliases
from country c
left join country_alias a
  on a.country_code = c.code
  and a.kind not in ('adjective', 'seat of government')
group by c.code
order by c.name
