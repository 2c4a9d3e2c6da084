-- How is each order of these tables, and each reference that leans on one, taken down, and how built again? References go first and come last.
select
  case
    when o.constraint_name is null then format('drop index %s', o.index)
    else format('alter table %s drop constraint %I', o.of, o.constraint_name) end as drop,
  case
    when o.constraint_name is null then pg_get_indexdef(o.index)
    else format('alter table %s add constraint %I %s', o.of, o.constraint_name, pg_get_constraintdef(o.constraint)) end as build,
  o.is_reference
from (
  select
    i.indexrelid::regclass as index,
    i.indrelid::regclass as of,
    k.oid as constraint,
    k.conname as constraint_name,
    false as is_reference
  from pg_index i
  left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
  where i.indrelid = any(@tables::regclass[])
  union all
  select null, conrelid::regclass, oid, conname, true
  from pg_constraint
  where contype = 'f' and confrelid = any(@tables::regclass[])
) o
order by o.of::oid, o.index::oid, o.constraint
