-- Judge the acts' own reports anew: what each said ends, and goes on under its id with another credibility.
with ended as (
  update claim k
  set known = tstzrange(lower(k.known), r.at)
  from unnest(@countries::text[], @ids::uuid[], @ats::timestamptz[]) as r (country, id, at)
  where k.country_code = r.country and k.event_id = r.id and k.rank = 'preferred' and upper_inf(k.known)
  returning k.*, r.at
)
insert into claim (
  country_code, id, event_id, known, rank, contradicts_preferred, credibility, statement, attributes, report_id, excerpt_id, reason)
select
  country_code, id, event_id, tstzrange(at, null), rank, contradicts_preferred, @credibility, statement, attributes, report_id, excerpt_id, reason
from ended
