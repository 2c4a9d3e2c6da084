-- Which named sets of acts are there?
select
  id,
  code,
  name,
  description,
  coalesce(citation, '') as citation
from collection
order by code
