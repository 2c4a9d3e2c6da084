-- Which acts of an import did somebody change afterwards?
select
  r.event_id as act,
  r.country_code as country,
  v.title,
  u.name as changed_by
from import_row r
cross join lateral (
  select n.version, n.title, n.changed_by
  from stance_event_version n
  where n.country_code = r.country_code and n.event_id = r.event_id
  order by n.version desc
  limit 1
) v
left join app_user u on u.id = v.changed_by
where r.batch_id = @batch and v.version <> r.version
order by r.row_no
