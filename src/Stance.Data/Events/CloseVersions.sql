-- End the knowledge interval of the newest versions of some acts.
update stance_event_version v
set known = tstzrange(lower(v.known), r.at)
from unnest(@countries::text[], @ids::uuid[], @versions::int[], @ats::timestamptz[]) as r (country, id, version, at)
where v.country_code = r.country and v.event_id = r.id and v.version = r.version
