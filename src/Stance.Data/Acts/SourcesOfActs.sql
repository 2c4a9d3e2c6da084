-- Which sources tell of each coded act, and between when was that known? Rejected and contradicting claims do not count.
select
  k.event_id,
  r.source_id,
  lower(k.known) as known_from,
  upper(k.known) as known_to
from claim k
left join excerpt x on x.id = k.excerpt_id
join report r on r.id = coalesce(k.report_id, x.report_id)
where k.event_id is not null
  and k.rank <> 'deprecated'
  and not k.contradicts_preferred
  and (@countries::text[] is null or k.country_code = any(@countries))
