-- Which acts are in view as of a moment, the next ones in the order asked for: coded events and votes, keys only?
with coded as (
  select
    v.country_code,
    v.event_id,
    v.scored_on,
    s.score
  from stance_event_version v
  -- Looked up only where it decides anything: the estimate of a join over the stream is far off.
  cross join lateral (
    select case when @onlySpeaking or @order in ('score', '-score') then (
      select a.score
      from scored_act a
      where v.is_scored
        and a.country_code = v.country_code
        and a.event_id = v.event_id
        and a.version = v.version
        and a.axis_code = @axis) end as score
  ) s
  where v.state = 'published'
    and is_known_at(v.known, @knownAt)
    and (@events::uuid[] is null or v.event_id = any(@events))
    and (@countries::text[] is null or v.country_code = any(@countries))
    and (@recipient::text is null or v.recipient_code = @recipient)
    and (@fromDay::date is null or v.scored_on >= @fromDay)
    and (@toDay::date is null or v.scored_on <= @toDay)
    and (@families::text[] is null or left(v.type_code, 3) = any(@families))
    and (@mode::text is null or v.mode = @mode)
    and (@types::text[] is null or v.type_code = any(@types))
    and (@paths::jsonpath[] is null or not exists (
      select
      from unnest(@paths::jsonpath[]) p(path)
      where coalesce(v.attributes @@ p.path, false) is false))
    and (@textKeys::text[] is null or not exists (
      select
      from unnest(@textKeys::text[], @textPatterns::text[]) t(key, pattern)
      where coalesce(' ' || plain_words(v.attributes ->> t.key) || ' ' like t.pattern, false) is false))
    and (not @onlySpeaking or s.score is not null)
    and (@collections::text[] is null or exists (
      select
      from collection_item i
      join collection c on c.id = i.collection_id
      where i.country_code = v.country_code
        and i.event_id = v.event_id
        and c.code = any(@collections)))
    -- Not where uncounted sources alone tell of it; an act without a source stays.
    and (@uncounted::uuid[] is null or coalesce((
      select bool_or(r.source_id <> all(@uncounted::uuid[]))
      from claim_as_of(@knownAt) k
      left join excerpt x on x.id = k.excerpt_id
      join report r on r.id = coalesce(k.report_id, x.report_id)
      where k.country_code = v.country_code
        and k.event_id = v.event_id
        and k.rank <> 'deprecated'
        and not k.contradicts_preferred), true))
    and (@queries::tsquery[] is null or not exists (
      select
      from unnest(@queries::tsquery[]) q(query)
      where not (v.words @@ q.query or exists (
        select
        from claim_as_of(@knownAt) k
        join excerpt x on x.id = k.excerpt_id
        where k.country_code = v.country_code
          and k.event_id = v.event_id
          and x.words @@ q.query))))
    and (@afterDay::date is null or case when @order = 'date'
      then v.scored_on >= @afterDay and (v.scored_on > @afterDay or v.event_id > @afterUuid::uuid)
      else v.scored_on <= @afterDay and (v.scored_on < @afterDay or v.event_id > @afterUuid::uuid) end)
    and (@afterScore::float8 is null
      or (coalesce(case when @order = 'score' then s.score else -s.score end, 99), v.event_id)
        > (@afterScore, @afterUuid::uuid))
  order by
    case when @order = '-date' then v.scored_on end desc,
    case when @order = 'date' then v.scored_on end,
    case when @order = 'score' then coalesce(s.score, 99) when @order = '-score' then coalesce(-s.score, 99) end,
    v.event_id
  limit @limit
), side as (
  select
    a.*,
    m.queries
  from roll_call_side a
  -- A roll call is looked through once for each choice; what it does not say, the claims of a single vote may.
  cross join lateral (
    select array_agg(q.query) as queries
    from unnest(@queries::tsquery[]) q(query)
    where not (a.words @@ q.query or a.label_words @@ q.query)) m
  where is_known_at(a.known, @knownAt)
    and not @withoutVotes
    and (@rollCalls::uuid[] is null or a.roll_call_id = any(@rollCalls))
    and (m.queries is null or exists (select from claim k where k.roll_call_id = a.roll_call_id))
    and (@recipient::text is null or a.favoured_code = @recipient)
    and (@fromDay::date is null or a.held_on >= @fromDay)
    and (@toDay::date is null or a.held_on <= @toDay)
    and (@families::text[] is null or left(a.type_code, 3) = any(@families))
    and (@mode::text is null or a.mode = @mode)
    and (@types::text[] is null or a.type_code = any(@types))
    and (@paths::jsonpath[] is null or not exists (
      select
      from unnest(@paths::jsonpath[]) p(path)
      where coalesce(a.attributes @@ p.path, false) is false))
    and (@textKeys::text[] is null or not exists (
      select
      from unnest(@textKeys::text[], @textPatterns::text[]) t(key, pattern)
      where coalesce(' ' || plain_words(a.attributes ->> t.key) || ' ' like t.pattern, false) is false))
), voted as (
  select
    v.country_code,
    a.roll_call_id,
    a.held_on,
    s.score
  from side a
  join vote v on v.roll_call_id = a.roll_call_id and v.choice = a.choice and is_known_at(v.known, @knownAt)
  cross join lateral (
    select case when @onlySpeaking or @order in ('score', '-score') then (
      select x.score
      from act_score_as_of(@knownAt) x
      where x.country_code = v.country_code
        and x.roll_call_id = v.roll_call_id
        and x.axis_code = @axis) end as score
  ) s
  where (@countries::text[] is null or v.country_code = any(@countries))
    and (not @onlySpeaking or s.score is not null)
    and (@collections::text[] is null or exists (
      select
      from collection_item i
      join collection c on c.id = i.collection_id
      where i.country_code = v.country_code
        and i.roll_call_id = v.roll_call_id
        and c.code = any(@collections)))
    and (a.queries is null or not exists (
      select
      from unnest(a.queries) q(query)
      where not exists (
        select
        from claim_as_of(@knownAt) k
        join excerpt x on x.id = k.excerpt_id
        where k.country_code = v.country_code
          and k.roll_call_id = v.roll_call_id
          and x.words @@ q.query)))
    and (@afterDay::date is null or case when @order = 'date'
      then a.held_on >= @afterDay and (a.held_on > @afterDay or (a.roll_call_id, v.country_code) > (@afterUuid::uuid, @afterCountry::text))
      else a.held_on <= @afterDay and (a.held_on < @afterDay or (a.roll_call_id, v.country_code) > (@afterUuid::uuid, @afterCountry::text)) end)
    and (@afterScore::float8 is null
      or (coalesce(case when @order = 'score' then s.score else -s.score end, 99), a.roll_call_id, v.country_code)
        > (@afterScore, @afterUuid::uuid, @afterCountry::text))
  order by
    case when @order = '-date' then a.held_on end desc,
    case when @order = 'date' then a.held_on end,
    case when @order = 'score' then coalesce(s.score, 99) when @order = '-score' then coalesce(-s.score, 99) end,
    a.roll_call_id,
    v.country_code
  limit @limit
), found as (
  select country_code, event_id, null::uuid as roll_call_id, scored_on, score from coded
  union all
  select country_code, null, roll_call_id, held_on, score from voted
)
select
  f.country_code as country,
  f.event_id,
  f.roll_call_id,
  case @order
    when 'date' then (f.scored_on - date '1800-01-01')::float8
    when '-date' then -(f.scored_on - date '1800-01-01')::float8
    when 'score' then coalesce(f.score, 99)
    else coalesce(-f.score, 99)
  end as sort_key
from found f
order by sort_key, coalesce(f.event_id, f.roll_call_id), f.country_code
limit @limit
