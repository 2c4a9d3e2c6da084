-- Is this axis on file, and how often were its words changed? It is held until the command ends.
select (
  select count(*)::int
  from register_change r
  where r.register = 'axis'
    and r.about = a.code
    and r.field = any(@fields)
) as version
from axis a
where a.code = @code
for update
