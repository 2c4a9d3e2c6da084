-- What does each report claim of an act, and where does it stand written?
select
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
  coalesce(x.text_sha256 is not null and x.text_sha256 is distinct from r.text_sha256, false) as is_broken,
  r.language,
  x.translation
from claim_as_of(@knownAt) k
left join excerpt x on x.id = k.excerpt_id
left join report r on r.id = coalesce(k.report_id, x.report_id)
left join source s on s.id = r.source_id
where k.country_code = @country
  and (k.event_id = @id or k.roll_call_id = @id)
order by array_position(array['preferred', 'normal', 'deprecated'], k.rank), lower(k.known), k.id
