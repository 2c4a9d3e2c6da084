-- On which sources does each coded act of a country rest, as known at a moment? Rejected and contradicting claims do not count.
select distinct
  k.event_id as id,
  s.name as source
from claim_as_of(@knownAt) k
left join excerpt x on x.id = k.excerpt_id
join report r on r.id = coalesce(k.report_id, x.report_id)
join source s on s.id = r.source_id
where k.country_code = @country
  and k.event_id is not null
  and k.rank <> 'deprecated'
  and not k.contradicts_preferred
