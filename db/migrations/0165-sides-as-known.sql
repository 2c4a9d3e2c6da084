-- Why: who stands on a side is corrected by people now, and what was scored before must stay scored as it was.
alter table axis_member
  drop constraint axis_member_pkey,
  add column id uuid primary key default uuidv7(),
  -- The first members have no beginning: they are known for as long as anything is.
  add column known tstzrange check (not isempty(known));

update axis_member set known = tstzrange(null, null);

alter table axis_member
  alter column known set not null,
  add exclude using gist (axis_code with =, country_code with =, valid with &&, known with &&);

-- A vote is scored by the sides as they were known when its roll call was scored; a change of sides scores the roll calls it touches anew.
create or replace view vote_act as
select
  v.country_code,
  v.roll_call_id,
  v.roll_call_id || '.' || v.country_code as act_id,
  s.axis_code,
  v.known * s.known as known,
  r.held_on as scored_on,
  s.codebook_version,
  t.type_code,
  t.variant,
  t.mode,
  s.favoured_code as recipient_code,
  t.base as base_score,
  coalesce(m.weight, a.default_weight) as pole_weight,
  x.expectation,
  greatest(-10::float8, least(10::float8, t.base * coalesce(m.weight, a.default_weight) + x.expectation)) as score,
  t.default_confidence as confidence,
  t.evidence_weight,
  t.default_confidence * t.evidence_weight as weight
from roll_call_scoring s
join roll_call r on r.id = s.roll_call_id
join axis a on a.code = s.axis_code
left join axis_member m
  on m.axis_code = s.axis_code
  and m.country_code = s.favoured_code
  and m.valid @> r.held_on
  and is_known_at(m.known, lower(s.known))
join vote v on v.roll_call_id = s.roll_call_id and v.known && s.known
join event_type_variant t
  on t.codebook_version = s.codebook_version
  and t.type_code = 'DIP-UNV'
  and t.variant = case v.choice when 'Y' then 'yes' when 'N' then 'no' when 'A' then 'abstain' else 'absent' end
cross join lateral (
  select case when t.takes_expectation then coalesce(
    (select case when min(f.side) = max(f.side) then -min(f.side) else 0 end
     from formal_ally f
     where f.codebook_version = s.codebook_version
       and f.axis_code = s.axis_code
       and f.country_code = v.country_code
       and f.valid @> r.held_on), 0) else 0 end::float8 as expectation) x
where coalesce(m.weight, a.default_weight) is not null;
