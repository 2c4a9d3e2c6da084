-- Bring back the claims that an import had ended.
insert into claim (
  country_code, id, event_id, known, rank, contradicts_preferred, credibility, statement, attributes, report_id, excerpt_id, reason)
select
  k.country_code, k.id, k.event_id, tstzrange(upper(v.known), null), k.rank, k.contradicts_preferred, k.credibility, k.statement, k.attributes,
  k.report_id, k.excerpt_id, k.reason
from import_row r
join stance_event_version v on v.country_code = r.country_code and v.event_id = r.event_id and v.version = r.version
join claim k on k.country_code = r.country_code and k.event_id = r.event_id and k.rank = 'preferred' and upper(k.known) = lower(v.known)
where r.batch_id = @batch and r.event_id <> all(@left) and r.content_before is not null
