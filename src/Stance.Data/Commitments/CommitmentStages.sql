-- Which acts of a country, or of all that may be seen, are promises or stages of a commitment, as known at a moment?
select
  v.country_code as country,
  v.act_id,
  coalesce(v.chain_id::text, v.act_id) as chain,
  v.type_code as type,
  v.variant,
  v.title,
  v.stage,
  v.happened_from as from_day,
  v.happened_to as to_day,
  v.scored_on,
  v.precision,
  v.mode = 'M' as is_deed,
  v.is_scored
from act_version_as_of(@knownAt) v
where (@countries::text[] is null or v.country_code = any(@countries))
  and v.event_id is not null
  and (v.chain_id is not null or v.type_code = any(@pledgeTypes))
  and v.happened_from <= @toDay
  and (@fromDay::date is null or v.happened_to >= @fromDay)
  and (@families::text[] is null or left(v.type_code, 3) = any(@families))
  and (@collections::text[] is null or exists (
    select
    from collection_item i
    join collection c on c.id = i.collection_id
    where i.country_code = v.country_code
      and i.event_id = v.event_id
      and c.code = any(@collections)))
