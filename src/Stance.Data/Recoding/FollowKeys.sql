-- The keys of files go on meaning acts that were only scored anew.
update import_key k
set version = k.version + 1
from unnest(@countries::text[], @events::uuid[], @versions::int[]) as a (country_code, event_id, version)
where k.country_code = a.country_code and k.event_id = a.event_id and k.version = a.version
