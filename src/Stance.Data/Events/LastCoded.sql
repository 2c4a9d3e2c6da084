-- Under which version did two coders' scores of an act last stand, if what they scored is the same in its newest version?
select max(c.version)
from coded_score c
join stance_event_version v on v.country_code = c.country_code and v.event_id = c.event_id and v.version = c.version
join stance_event_version n on n.country_code = c.country_code and n.event_id = c.event_id and upper_inf(n.known)
where c.country_code = @country
  and c.event_id = @id
  and (v.recipient_code, v.type_code, v.variant, v.scored_on, v.intensity)
    is not distinct from (n.recipient_code, n.type_code, n.variant, n.scored_on, n.intensity)
