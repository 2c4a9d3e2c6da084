-- May the orders of these tables be taken down for so many new acts? Only by their owner, and only while the file brings more than there is.
select
  has_parameter_privilege('session_replication_role', 'set')
  and (select bool_and(pg_has_role(relowner, 'usage')) from pg_class where oid = any(@tables::regclass[]))
  and not exists (select from pg_constraint where contype = 'f' and conperiod and conrelid = any(@tables::regclass[]))
  and (select count(*) from (select from stance_event limit @acts) on_file) < @acts
