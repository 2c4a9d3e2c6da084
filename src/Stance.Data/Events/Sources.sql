-- Which sources are on file, the most used first?
select
  s.id,
  s.name,
  s.reliability,
  s.url
from source s
order by (select count(*) from report r where r.source_id = s.id) desc, s.name
