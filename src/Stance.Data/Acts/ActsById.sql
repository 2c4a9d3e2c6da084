-- Which words describe these acts, as of a moment, and since when has each been known?
select
  v.act_id,
  v.country_code as country,
  v.recipient_code as recipient,
  v.type_code as type,
  v.variant,
  v.happened_from as from_day,
  v.happened_to as to_day,
  v.precision,
  v.scored_on,
  v.title,
  v.mode = 'M' as is_deed,
  v.confidence,
  v.evidence_weight,
  v.attributes,
  coalesce(s.scores, '{}')::text as scores,
  c.claims,
  c.is_disputed,
  c.pointer,
  v.version,
  v.note,
  v.intensity,
  v.is_scored,
  v.stage,
  v.parent_id,
  0::float8 as sort_key,
  f.known_since
from unnest(@countries::text[], @ids::uuid[]) as asked (country, id)
cross join lateral (
  select n.*
  from act_version_as_of(@knownAt) n
  where n.country_code = asked.country
    and (n.event_id = asked.id or n.roll_call_id = asked.id)
) v
cross join lateral (
  select jsonb_object_agg(a.axis_code, a.score) as scores
  from act_score_as_of(@knownAt) a
  where a.country_code = v.country_code
    and (a.event_id = v.event_id or a.roll_call_id = v.roll_call_id)
) s
cross join lateral (
  select
    coalesce(jsonb_agg(jsonb_build_object(
      'rank', k.rank,
      'credibility', k.credibility,
      'source', o.name,
      'reliability', o.reliability,
      'pointer', x.pointer)
      order by array_position(array['preferred', 'normal', 'deprecated'], k.rank), lower(k.known)), '[]')::text as claims,
    coalesce(bool_or(k.contradicts_preferred), false) as is_disputed,
    min(x.pointer) filter (where k.rank = 'preferred') as pointer
  from claim_as_of(@knownAt) k
  left join excerpt x on x.id = k.excerpt_id
  left join report r on r.id = coalesce(k.report_id, x.report_id)
  left join source o on o.id = r.source_id
  where k.country_code = v.country_code
    and (k.event_id = v.event_id or k.roll_call_id = v.roll_call_id)
) c
cross join lateral (
  select min(lower(w.known)) as known_since
  from act_version w
  where w.country_code = v.country_code
    and (w.event_id = v.event_id or w.roll_call_id = v.roll_call_id)
) f
