-- Which kinds of act can be coded, in which variants, and how do they score?
select
  t.codebook_version as codebook,
  t.code,
  t.name,
  t.family,
  t.definition,
  t.example,
  t.attributes,
  t.plover,
  t.plover_quality,
  t.cameo,
  t.cameo_quality,
  t.mapping_note,
  t.is_withdrawn,
  v.variant,
  v.label,
  v.base,
  v.low,
  v.high,
  v.evidence_weight,
  v.mode = 'M' as is_deed,
  v.takes_expectation,
  v.reason_required,
  v.default_confidence
from event_type t
join event_type_variant v on v.codebook_version = t.codebook_version and v.type_code = t.code
order by t.codebook_version, t.position, v.position
