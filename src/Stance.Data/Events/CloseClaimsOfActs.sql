-- End the knowledge interval of all that reports say of some acts.
update claim k
set known = tstzrange(lower(k.known), r.at)
from unnest(@countries::text[], @ids::uuid[], @ats::timestamptz[]) as r (country, id, at)
where k.country_code = r.country and k.event_id = r.id and upper_inf(k.known)
