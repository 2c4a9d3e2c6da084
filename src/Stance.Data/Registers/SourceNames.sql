-- Which sources are on file?
select
  id,
  name
from source
