-- On every other axis two coders' answers come to what they came to.
insert into coded_score (country_code, event_id, version, axis_code, first, second)
select s.country_code, s.event_id, s.version + 1, s.axis_code, s.first, s.second
from unnest(@countries::text[], @events::uuid[], @versions::int[]) as a (country_code, event_id, version)
join coded_score s using (country_code, event_id, version)
where s.axis_code <> @axis
