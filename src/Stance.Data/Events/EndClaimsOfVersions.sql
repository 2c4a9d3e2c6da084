-- End what reports say of some acts since these versions of them.
update claim k
set known = tstzrange(lower(k.known), r.at)
from unnest(@countries::text[], @ids::uuid[], @versions::int[], @ats::timestamptz[]) as r (country, id, version, at)
join stance_event_version v on v.country_code = r.country and v.event_id = r.id and v.version = r.version
where k.country_code = r.country and k.event_id = r.id and upper_inf(k.known) and lower(k.known) = lower(v.known)
