-- Bring back what reports said of some acts until these versions of them.
insert into claim (
  country_code, id, event_id, known, rank, contradicts_preferred, credibility, statement, attributes, report_id, excerpt_id, reason)
select
  k.country_code, k.id, k.event_id, tstzrange(r.at, null), k.rank, k.contradicts_preferred, k.credibility, k.statement, k.attributes,
  k.report_id, k.excerpt_id, k.reason
from unnest(@countries::text[], @ids::uuid[], @versions::int[], @ats::timestamptz[]) as r (country, id, version, at)
join stance_event_version v on v.country_code = r.country and v.event_id = r.id and v.version = r.version
join claim k on k.country_code = r.country and k.event_id = r.id and upper(k.known) = lower(v.known)
