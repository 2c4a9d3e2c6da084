-- Which versions of a roll call were there up to a moment, the newest first?
select
  k.version,
  lower(k.known) as known_from,
  k.recorded_at,
  k.title,
  k.yes,
  k.no,
  k.abstain,
  k.absent,
  k.reason,
  u.name as changed_by
from roll_call_known k
left join app_user u on u.id = k.changed_by
where k.roll_call_id = @id and lower(k.known) <= @knownAt
order by k.version desc
