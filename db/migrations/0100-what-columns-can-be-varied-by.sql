-- Why: what-if switches the expectation off and weighs classes of evidence anew, so the columns say what each adds to a score and a weight.

-- Every version of every act on every axis where it speaks.
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
  o.score is not null as is_overridden
from stance_event_version e
join scored_act a using (country_code, event_id, version)
left join axis_override o using (country_code, event_id, version, axis_code)
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

create or replace view act_column as
select
  s.country_code,
  s.axis_code,
  coalesce(s.event_id, s.roll_call_id) as id,
  s.roll_call_id is not null as is_vote,
  s.scored_on,
  s.score,
  s.weight,
  s.type_code,
  s.mode = 'M' as is_deed,
  lower(s.known) as known_from,
  upper(s.known) as known_to,
  s.codebook_version,
  -- What the score would lose without it: less than the whole where the scale ends, nothing where a curator set the score.
  case when s.expectation = 0 or s.is_overridden then 0
    else s.score - greatest(-10, least(10, s.base_score * coalesce(s.pole_weight, 0))) end::float4 as expectation,
  round(100 * s.evidence_weight)::int2 as evidence
from act_score s;
