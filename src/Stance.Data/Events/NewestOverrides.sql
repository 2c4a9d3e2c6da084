-- Which scores did a curator set in the newest versions of these acts?
select
  o.event_id as event,
  o.version,
  o.axis_code as axis,
  o.score,
  o.reason
from axis_override o
join stance_event_version v on v.country_code = o.country_code and v.event_id = o.event_id and v.version = o.version
where o.event_id = any(@ids) and o.country_code = any(@countries) and upper_inf(v.known)
order by o.event_id, o.axis_code
