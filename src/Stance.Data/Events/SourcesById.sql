-- Which sources are these?
select
  id,
  name,
  reliability,
  url
from source
where id = any(@ids)
