-- End the versions that a batch changes.
update stance_event_version v
set known = tstzrange(lower(v.known), s.known_from)
from import_stage s
where s.version > 1 and v.country_code = s.country_code and v.event_id = s.event_id and v.version = s.version - 1
