-- How are these tables, and those that refer to them, had to ourselves, or not at all?
select format('lock table %s in access exclusive mode nowait', string_agg(distinct t::regclass::text, ', '))
from (
  select unnest(@tables::regclass[]) as t
  union all
  select conrelid
  from pg_constraint
  where contype = 'f' and confrelid = any(@tables::regclass[])
) held
