-- Which acts do these keys of a sender mean, and how do they stand now?
select
  k.key,
  k.country_code as country,
  k.event_id as event,
  k.version,
  k.content,
  v.version as newest,
  lower(v.known) as known_from,
  v.state = 'retracted' as is_retracted,
  u.name as changed_by,
  v.type_code as type
from unnest(@keys::text[]) as asked (key)
join import_key k on k.sender = @sender and k.key = asked.key
cross join lateral (
  select n.version, n.known, n.state, n.changed_by, n.type_code
  from stance_event_version n
  where n.country_code = k.country_code and n.event_id = k.event_id
  order by n.version desc
  limit 1
) v
left join app_user u on u.id = v.changed_by
