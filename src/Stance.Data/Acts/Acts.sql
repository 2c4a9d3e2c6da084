-- Which acts are in view as of a moment, one page of them in the order asked for?
with words as (
  select '%' || regexp_replace(plain_text(@text), '([\\%_])', '\\\1', 'g') || '%' as pattern
), matching as (
  select
    v.*,
    s.score,
    case @order
      when 'date' then (v.scored_on - date '1800-01-01')::float8
      when '-date' then -(v.scored_on - date '1800-01-01')::float8
      when 'score' then coalesce(s.score, 99)
      else coalesce(-s.score, 99)
    end as sort_key
  from words w
  cross join act_version_as_of(@knownAt) v
  -- Looked up only where it decides anything: the estimate of a join over the stream is far off.
  cross join lateral (
    select case when @onlySpeaking or @order in ('score', '-score') then (
      select a.score
      from act_score_as_of(@knownAt) a
      where a.country_code = v.country_code
        and (a.event_id = v.event_id or a.roll_call_id = v.roll_call_id)
        and a.axis_code = @axis) end as score
  ) s
  where (@actId::text is null or v.act_id = @actId)
    and (@countries::text[] is null or v.country_code = any(@countries))
    and (@recipient::text is null or v.recipient_code = @recipient)
    and (@fromDay::date is null or v.scored_on >= @fromDay)
    and (@toDay::date is null or v.scored_on <= @toDay)
    and (@families::text[] is null or left(v.type_code, 3) = any(@families))
    and (@mode::text is null or v.mode = @mode)
    and (not @onlySpeaking or s.score is not null)
    and (@collections::text[] is null or exists (
      select
      from collection_item i
      join collection c on c.id = i.collection_id
      where i.country_code = v.country_code
        and (i.event_id = v.event_id or i.roll_call_id = v.roll_call_id)
        and c.code = any(@collections)))
    and (@text::text is null or plain_text(v.title) like w.pattern or plain_text(v.note) like w.pattern or exists (
      select
      from claim_as_of(@knownAt) k
      join excerpt x on x.id = k.excerpt_id
      where k.country_code = v.country_code
        and (k.event_id = v.event_id or k.roll_call_id = v.roll_call_id)
        and plain_text(x.passage) like w.pattern))
), page as (
  select *
  from matching
  where @afterId::text is null or (sort_key, act_id) > (@afterKey, @afterId)
  order by sort_key, act_id
  limit @limit
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
order by p.sort_key, p.act_id
