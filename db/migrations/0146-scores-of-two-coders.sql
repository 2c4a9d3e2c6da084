-- Why: where two coders' scores stand, the mean is no sum of base and expectation, so the columns must not take the expectation off it.
create or replace view act_score as
select
  e.country_code,
  e.event_id::text as act_id,
  e.event_id,
  null::uuid as roll_call_id,
  a.axis_code,
  e.known,
  e.scored_on,
  e.codebook_version,
  e.type_code,
  e.variant,
  e.mode,
  e.recipient_code,
  a.base_score,
  a.pole_weight,
  a.expectation,
  a.score,
  a.weight,
  e.evidence_weight,
  o.score is not null or c.first is not null as is_overridden
from stance_event_version e
join scored_act a using (country_code, event_id, version)
left join axis_override o using (country_code, event_id, version, axis_code)
left join coded_score c using (country_code, event_id, version, axis_code)
where e.state = 'published' and e.is_scored
union all
select
  v.country_code,
  v.act_id,
  null,
  v.roll_call_id,
  v.axis_code,
  v.known,
  v.scored_on,
  v.codebook_version,
  v.type_code,
  v.variant,
  v.mode,
  v.recipient_code,
  v.base_score,
  v.pole_weight,
  v.expectation,
  v.score,
  v.weight,
  v.evidence_weight,
  false
from vote_act v;
