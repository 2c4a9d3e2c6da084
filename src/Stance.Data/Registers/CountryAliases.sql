-- By which other names and codes is a country known?
select
  kind,
  alias
from country_alias
where country_code = @code
order by array_position(array['name', 'official name', 'misprint', 'adjective', 'seat of government'], kind), kind, alias
