-- Toward whom did a country act most, as of a moment, and how often?
select
  v.recipient_code as recipient,
  count(*)::int as acts
from act_version_as_of(@knownAt) v
where v.country_code = @country
  and v.recipient_code <> @country
  and (@fromDay::date is null or v.scored_on >= @fromDay)
  and (@toDay::date is null or v.scored_on <= @toDay)
  and (@families::text[] is null or left(v.type_code, 3) = any(@families))
  and (@mode::text is null or v.mode = @mode)
  and (@uncounted::uuid[] is null or v.event_id is null or coalesce((
    select bool_or(r.source_id <> all(@uncounted::uuid[]))
    from claim_as_of(@knownAt) k
    left join excerpt x on x.id = k.excerpt_id
    join report r on r.id = coalesce(k.report_id, x.report_id)
    where k.country_code = v.country_code
      and k.event_id = v.event_id
      and k.rank <> 'deprecated'
      and not k.contradicts_preferred), true))
  and (v.event_id is not null or not @withoutVotes)
  and (@collections::text[] is null or exists (
    select
    from collection_item i
    join collection c on c.id = i.collection_id
    where i.country_code = v.country_code
      and (i.event_id = v.event_id or i.roll_call_id = v.roll_call_id)
      and c.code = any(@collections)))
group by v.recipient_code
order by acts desc, recipient
limit @limit
