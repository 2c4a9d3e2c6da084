-- What did two coders answer, where both answers stand in a version of an act?
select
  k.event_id as event,
  d.place,
  d.codebook_version as codebook,
  d.country_code as country,
  d.recipient_code as recipient,
  d.type_code as type,
  d.variant,
  d.scored_on,
  d.intensity,
  d.confidence
from coding_case k
join coding_decision d on d.case_id = k.id and d.draft is not null
where exists (select from coded_score c where c.event_id = k.event_id)
