-- Which acts in view are of a kind that has numbers, and what do the act and the reports of it say, as known at a moment?
select
  v.act_id,
  v.country_code as country,
  v.type_code as type,
  v.title,
  v.happened_from as from_day,
  v.happened_to as to_day,
  v.precision,
  v.scored_on,
  v.is_scored,
  v.attributes::text as attributes,
  c.said::text as said
from act_version_as_of(@knownAt) v
cross join lateral (
  select jsonb_agg(k.attributes order by lower(k.known), k.id) filter (where k.attributes <> '{}') as said
  from claim_as_of(@knownAt) k
  where k.country_code = v.country_code
    and k.event_id = v.event_id
    and k.rank <> 'deprecated'
) c
where v.event_id is not null
  and v.type_code = any(@types)
  and (@countries::text[] is null or v.country_code = any(@countries))
  and v.scored_on between @fromDay and @toDay
  and (@families::text[] is null or left(v.type_code, 3) = any(@families))
  and (@mode::text is null or v.mode = @mode)
  and (@collections::text[] is null or exists (
    select
    from collection_item i
    join collection c on c.id = i.collection_id
    where i.country_code = v.country_code
      and i.event_id = v.event_id
      and c.code = any(@collections)))
  and (@uncounted::uuid[] is null or coalesce((
    select bool_or(r.source_id <> all(@uncounted::uuid[]))
    from claim_as_of(@knownAt) k
    left join excerpt x on x.id = k.excerpt_id
    join report r on r.id = coalesce(k.report_id, x.report_id)
    where k.country_code = v.country_code
      and k.event_id = v.event_id
      and k.rank <> 'deprecated'
      and not k.contradicts_preferred), true))
order by v.scored_on, v.act_id
limit @limit
