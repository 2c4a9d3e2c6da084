-- How is each reference from these tables to others asked for over all rows at once?
select
  format(
    'select %L where exists (select from %s c where %s and not exists (select from %s p where %s))',
    f.conname,
    f.conrelid::regclass,
    string_agg(format('c.%I is not null', child.attname), ' and ' order by u.place),
    f.confrelid::regclass,
    string_agg(format('p.%I = c.%I', parent.attname, child.attname), ' and ' order by u.place))
from pg_constraint f
cross join unnest(f.conkey, f.confkey) with ordinality u(child, parent, place)
join pg_attribute child on child.attrelid = f.conrelid and child.attnum = u.child
join pg_attribute parent on parent.attrelid = f.confrelid and parent.attnum = u.parent
where f.contype = 'f' and f.conrelid = any(@tables::regclass[]) and f.confrelid <> all(@tables::regclass[])
group by f.oid, f.conname, f.conrelid, f.confrelid
order by f.conrelid, f.conname
