-- Why: a tie or membership that was entered in error is taken back, stays on file as never true, and leaves the score of no vote on file changed.
alter table structural_tie
  drop constraint structural_tie_country_code_tie_kind_valid_key,
  -- The first have no beginning: they are known for as long as anything is.
  add column known tstzrange check (not isempty(known));

alter table bloc_membership
  drop constraint bloc_membership_pkey,
  add column id uuid primary key default uuidv7(),
  add column known tstzrange check (not isempty(known));

update structural_tie set known = tstzrange(null, null);
update bloc_membership set known = tstzrange(null, null);

alter table structural_tie
  alter column known set not null,
  add exclude using gist (country_code with =, tie_kind with =, valid with &&, known with &&);

alter table bloc_membership
  alter column known set not null,
  add exclude using gist (bloc_code with =, country_code with =, valid with &&, known with &&);

create or replace view formal_ally as
select
  w.codebook_version,
  w.axis_code,
  t.country_code,
  t.valid,
  sign(w.weight) as side,
  t.known
from structural_tie t
join tie_kind k on k.code = t.tie_kind and k.is_alliance
join prior_weight w on w.tie_kind = t.tie_kind and w.weight <> 0;

-- A vote is scored by the sides, and whose support is expected by the ties, as they were known when its roll call was scored, as a coded act is; a change of
-- sides scores the roll calls it touches anew.
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
       and is_known_at(f.known, lower(s.known))
       and f.valid @> r.held_on), 0) else 0 end::float8 as expectation) x
where coalesce(m.weight, a.default_weight) is not null;
