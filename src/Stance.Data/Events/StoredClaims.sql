-- What does each report say of an act, now or at any time since a moment, as an editor needs it?
select
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
where k.country_code = @country and k.event_id = @id and (upper_inf(k.known) or upper(k.known) > @since)
order by array_position(array['preferred', 'normal', 'deprecated'], k.rank), lower(k.known), k.id
