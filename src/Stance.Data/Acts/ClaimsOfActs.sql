-- What does each report claim of these acts, and where does it stand written?
select
  a.country,
  a.id as act,
  k.id,
  k.rank,
  k.credibility,
  k.statement,
  k.reason,
  s.name as source,
  s.reliability,
  r.title as report_title,
  r.author as report_author,
  r.published_on,
  r.url as report_url,
  coalesce(r.is_partial, false) as is_partial,
  x.passage,
  x.highlight_from,
  x.highlight_to,
  x.pointer,
  r.language,
  x.translation
from unnest(@countries::text[], @ids::uuid[]) as a(country, id)
join claim_as_of(@knownAt) k
  on k.country_code = a.country and (k.event_id = a.id or k.roll_call_id = a.id)
left join excerpt x on x.id = k.excerpt_id
left join report r on r.id = coalesce(k.report_id, x.report_id)
left join source s on s.id = r.source_id
order by array_position(array['preferred', 'normal', 'deprecated'], k.rank), lower(k.known), k.id
