-- End the versions of acts that a new codebook scores anew.
update stance_event_version v
set known = tstzrange(lower(v.known), @at)
from unnest(@countries::text[], @events::uuid[], @versions::int[]) as a (country_code, event_id, version)
where v.country_code = a.country_code and v.event_id = a.event_id and v.version = a.version
