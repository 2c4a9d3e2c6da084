-- Which versions of an act were made by a change of many?
select
  a.version,
  a.bulk_id as id,
  (select count(*)::int from bulk_edit_act o where o.bulk_id = a.bulk_id) as acts
from bulk_edit_act a
where a.event_id = @id
