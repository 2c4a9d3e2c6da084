-- An act that a file brought can still be taken back with it: nobody edited it, it was only scored anew. What a file changed cannot: its undo brings old scores back.
update import_row r
set version = r.version + 1
from unnest(@countries::text[], @events::uuid[], @versions::int[]) as a (country_code, event_id, version)
where r.country_code = a.country_code and r.event_id = a.event_id and r.version = a.version and r.content_before is null
