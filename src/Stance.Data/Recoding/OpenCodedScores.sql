-- Keep what two coders' answers come to by a new codebook.
insert into coded_score (country_code, event_id, version, axis_code, first, second)
select country_code, event_id, version, axis_code, first, second
from unnest(@countries::text[], @events::uuid[], @versions::int[], @axes::text[], @firsts::float8[], @seconds::float8[])
  as s (country_code, event_id, version, axis_code, first, second)
