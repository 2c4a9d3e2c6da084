-- Which migrations does this database have, and with which content?
select
  name,
  sha256
from schema_migration
order by name;
