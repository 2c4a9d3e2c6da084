-- What does each report say of these acts now, as an editor needs it?
select
  k.event_id as event,
  k.id,
  k.rank,
  k.contradicts_preferred,
  k.credibility,
  k.statement,
  k.attributes::text as attributes,
  k.reason,
  s.id as source_id,
  s.name as source_name,
  s.reliability,
  s.url as source_url,
  r.title as report_title,
  r.url as report_url,
  r.published_on,
  r.language,
  r.origin_group,
  r.author,
  coalesce(r.is_partial, false) as is_partial,
  x.passage,
  x.highlight_from,
  x.highlight_to,
  x.pointer,
  x.text_from,
  x.text_to,
  encode(x.text_sha256, 'hex') as text_sha256,
  x.translation,
  lower(k.known) as known_from,
  upper(k.known) as known_to
from claim k
left join excerpt x on x.id = k.excerpt_id
left join report r on r.id = coalesce(k.report_id, x.report_id)
left join source s on s.id = r.source_id
where k.event_id = any(@ids) and k.country_code = any(@countries) and upper_inf(k.known)
order by k.event_id, array_position(array['preferred', 'normal', 'deprecated'], k.rank), lower(k.known), k.id
