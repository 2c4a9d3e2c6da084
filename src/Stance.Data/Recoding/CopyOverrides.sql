-- Scores that curators set outright stay as they are.
insert into axis_override (country_code, event_id, version, axis_code, score, reason)
select o.country_code, o.event_id, o.version + 1, o.axis_code, o.score, o.reason
from unnest(@countries::text[], @events::uuid[], @versions::int[]) as a (country_code, event_id, version)
join axis_override o using (country_code, event_id, version)
