-- Which sweeps were written down last, with the countries the reader may see?
select
  s.id,
  o.name as source,
  array_agg(c.country_code order by c.country_code) as countries,
  lower(s.swept) as from_day,
  upper(s.swept) - 1 as to_day,
  s.note,
  s.swept_at,
  u.name as swept_by
from source_sweep s
join source o on o.id = s.source_id
join app_user u on u.id = s.swept_by
join source_sweep_country c on c.sweep_id = s.id
where @countries::text[] is null or c.country_code = any(@countries)
group by s.id, o.name, u.name
order by s.swept_at desc, s.id
limit @limit
