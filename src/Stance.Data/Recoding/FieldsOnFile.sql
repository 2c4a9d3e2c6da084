-- What do acts of these kinds, and what sources claim of them, say in the kinds' own fields?
select type_code as type, event_id as event, attributes::text as attributes
from stance_event_version
where type_code = any(@types) and attributes <> '{}'
union
select v.type_code, c.event_id, c.attributes::text
from claim c
join stance_event_version v on v.country_code = c.country_code and v.event_id = c.event_id
where v.type_code = any(@types) and c.attributes <> '{}'
