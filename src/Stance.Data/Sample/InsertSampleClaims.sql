-- What do the sample's reports say of votes, and other reports of its events? Known since the report, but not before the act.
insert into claim (
  country_code, id, event_id, roll_call_id, known, rank, contradicts_preferred, credibility, statement, attributes,
  report_id, excerpt_id, reason)
select
  r.country,
  r.id,
  r.event_id,
  r.roll_call_id,
  tstzrange(greatest(p.published_on::timestamp at time zone 'utc', r.known_from), null),
  r.rank,
  r.contradicts_preferred,
  r.credibility,
  r.statement,
  coalesce(r.attributes, '{}'),
  r.report_id,
  r.excerpt_id,
  r.reason
from jsonb_to_recordset(@rows::jsonb) as r(
  country text, id uuid, event_id uuid, roll_call_id uuid, known_from timestamptz, rank text, contradicts_preferred boolean,
  credibility smallint, statement text, attributes jsonb, report_id uuid, excerpt_id uuid, reason text)
join report p on p.id = r.report_id
where not exists (select from claim c where c.country_code = r.country and c.id = r.id)
