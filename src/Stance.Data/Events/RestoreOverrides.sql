-- Bring back the scores curators had set before the newest versions of some acts.
insert into axis_override (country_code, event_id, version, axis_code, score, reason)
select
  o.country_code,
  o.event_id,
  r.version + 1,
  o.axis_code,
  o.score,
  o.reason
from unnest(@countries::text[], @ids::uuid[], @versions::int[]) as r (country, id, version)
join axis_override o on o.country_code = r.country and o.event_id = r.id and o.version = r.version - 1
