-- How is each order of these tables taken down, and how built again? What a foreign key leans on stays.
select
  case when k.oid is null
    then format('drop index %s', i.indexrelid::regclass)
    else format('alter table %s drop constraint %I', i.indrelid::regclass, k.conname) end as drop,
  case when k.oid is null
    then pg_get_indexdef(i.indexrelid)
    else format('alter table %s add constraint %I %s', i.indrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) end as build
from pg_index i
left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
where i.indrelid = any(@tables::regclass[])
  and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid)
order by i.indrelid, i.indexrelid
