-- Keep what two coders' answers come to, where both stand in the next versions of some acts.
insert into coded_score (country_code, event_id, version, axis_code, first, second)
select
  r.country,
  r.id,
  r.version,
  r.axis,
  r.first,
  r.second
from jsonb_to_recordset(@rows::jsonb) as r (
  country text,
  id uuid,
  version int,
  axis text,
  first float8,
  second float8
)
