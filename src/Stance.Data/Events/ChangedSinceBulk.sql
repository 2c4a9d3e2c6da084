-- Which acts of a change of many did somebody change afterwards?
select
  a.event_id as act,
  a.country_code as country,
  v.title,
  u.name as changed_by
from bulk_edit_act a
cross join lateral (
  select n.version, n.title, n.changed_by
  from stance_event_version n
  where n.country_code = a.country_code and n.event_id = a.event_id
  order by n.version desc
  limit 1
) v
left join app_user u on u.id = v.changed_by
where a.bulk_id = @id and v.version <> a.version
order by a.event_id
