-- What is the newest version of each of these acts, as an editor needs it?
select
  e.id,
  v.country_code as country,
  v.version,
  lower(v.known) as known_from,
  v.recorded_at,
  v.state,
  v.reason,
  u.name as changed_by,
  v.title,
  v.recipient_code as recipient,
  v.type_code as type,
  v.variant,
  v.happened_from as from_day,
  v.happened_to as to_day,
  v.precision,
  v.scored_on,
  v.intensity,
  v.intensity_reason,
  v.attributes::text as attributes,
  v.confidence,
  v.confidence_reason,
  v.note,
  v.parent_id as parent,
  v.chain_id as chain,
  v.stage,
  v.is_scored,
  v.superseded_by
from stance_event e
join stance_event_version v on v.country_code = e.country_code and v.event_id = e.id
left join app_user u on u.id = v.changed_by
where e.id = any(@ids) and upper_inf(v.known)
order by e.id
