-- How did a coded event change, as far as known then?
select
  v.version,
  lower(v.known) as known_from,
  upper(v.known) as known_to,
  v.recorded_at,
  v.title,
  v.state,
  v.reason,
  u.name as changed_by,
  v.intensity_reason,
  v.confidence_reason,
  m.kept_id as merged_into
from stance_event_version v
left join app_user u on u.id = v.changed_by
left join merged_act m on m.country_code = v.country_code and m.event_id = v.event_id and m.version = v.version
where v.country_code = @country and v.event_id = @id and lower(v.known) <= @knownAt
order by v.version desc
