-- May the orders of these tables be taken down for so many new acts? Only by their owner, and only while the file brings more than there is.
select
  has_parameter_privilege('session_replication_role', 'set')
  and (
    select bool_and(pg_has_role(c.relowner, 'usage'))
    from pg_class c
    where c.oid = any(@tables::regclass[])
      or c.oid in (select conrelid from pg_constraint where contype = 'f' and confrelid = any(@tables::regclass[])))
  and not exists (select from pg_constraint where contype = 'f' and conperiod and conrelid = any(@tables::regclass[]))
  and (select count(*) from (select from stance_event limit @acts) on_file) < @acts
