-- What is known of these acts as of a moment, in the order of their keys?
with page as (
  select
    v.*,
    k.sort_key,
    k.place
  from unnest(@countries::text[], @events::uuid[], @rollCalls::uuid[], @sortKeys::float8[])
    with ordinality k(country, event_id, roll_call_id, sort_key, place)
  -- Each key is one act; the limits keep the two sorts apart, so that each is looked up by its own key.
  cross join lateral (
    (select a.* from act_version_as_of(@knownAt) a where a.country_code = k.country and a.event_id = k.event_id limit 1)
    union all
    (select a.* from act_version_as_of(@knownAt) a where a.country_code = k.country and a.roll_call_id = k.roll_call_id limit 1)
  ) v
)
select
  p.act_id,
  p.country_code as country,
  p.recipient_code as recipient,
  p.type_code as type,
  p.variant,
  p.happened_from as from_day,
  p.happened_to as to_day,
  p.precision,
  p.scored_on,
  p.title,
  p.mode = 'M' as is_deed,
  p.confidence,
  p.evidence_weight,
  p.attributes,
  coalesce(s.scores, '{}')::text as scores,
  c.claims,
  c.is_disputed,
  c.pointer,
  p.version,
  p.note,
  p.intensity,
  p.is_scored,
  p.stage,
  p.parent_id,
  p.sort_key
from page p
cross join lateral (
  select jsonb_object_agg(a.axis_code, a.score) as scores
  from act_score_as_of(@knownAt) a
  where a.country_code = p.country_code
    and (a.event_id = p.event_id or a.roll_call_id = p.roll_call_id)
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
  where k.country_code = p.country_code
    and (k.event_id = p.event_id or k.roll_call_id = p.roll_call_id)
) c
order by p.place
