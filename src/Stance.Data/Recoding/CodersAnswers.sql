-- What did two coders answer, where both answers stand in a version of an act? An answer that names several states is read as of the act's own.
select
  o.event_id as event,
  d.place,
  d.codebook_version as codebook,
  case when o.country_code = any(d.also_codes) then o.country_code else d.country_code end as country,
  d.recipient_code as recipient,
  d.type_code as type,
  d.variant,
  d.scored_on,
  d.intensity,
  d.confidence
from coding_case_act o
join coding_decision d on d.case_id = o.case_id and d.draft is not null
where exists (select from coded_score c where c.country_code = o.country_code and c.event_id = o.event_id)
