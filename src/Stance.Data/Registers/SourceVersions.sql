-- What did sources stand as before, until when, and who changed that why?
select
  v.source_id as id,
  v.name,
  v.reliability,
  v.url,
  v.read_since,
  v.coded_back_to,
  upper(v.known) as until,
  u.name as changed_by,
  v.reason
from source_version v
left join app_user u on u.id = v.changed_by
order by v.source_id, v.version desc
