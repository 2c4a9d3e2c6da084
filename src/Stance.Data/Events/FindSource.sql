-- Is a source of this name, in capitals or not, on file, and how reliable is it held to be?
select
  id,
  name,
  reliability,
  url
from source
where lower(name) = lower(@name)
order by name = @name desc, name
limit 1
