-- Why: charts, lists, search and exports read one stream of acts, whether coded one by one or counted from a roll call.

-- Which pole an ally is formally bound to, by the sign of its tie's starting weight on that axis.
create view formal_ally as
select
  w.codebook_version,
  w.axis_code,
  t.country_code,
  t.valid,
  sign(w.weight) as side
from structural_tie t
join tie_kind k on k.code = t.tie_kind and k.is_alliance
join prior_weight w on w.tie_kind = t.tie_kind and w.weight <> 0;

-- One point toward the opposite pole for an ally that withholds support; bound to both poles counts as bound to none.
create function expectation_on(codebook text, axis text, country text, day date) returns float8
  language sql stable parallel safe
  return coalesce(
    (select case when min(f.side) = max(f.side) then -min(f.side) else 0 end
     from formal_ally f
     where f.codebook_version = codebook and f.axis_code = axis and f.country_code = country and f.valid @> day), 0);

create view vote_act as
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
  p.weight as pole_weight,
  x.expectation,
  greatest(-10::float8, least(10::float8, t.base * p.weight + x.expectation)) as score,
  t.default_confidence as confidence,
  t.evidence_weight,
  t.default_confidence * t.evidence_weight as weight
from roll_call_scoring s
join roll_call r on r.id = s.roll_call_id
cross join lateral (select pole_weight_on(s.axis_code, s.favoured_code, r.held_on) as weight) p
join vote v on v.roll_call_id = s.roll_call_id and v.known && s.known
join event_type_variant t
  on t.codebook_version = s.codebook_version
  and t.type_code = 'DIP-UNV'
  and t.variant = case v.choice when 'Y' then 'yes' when 'N' then 'no' when 'A' then 'abstain' else 'absent' end
cross join lateral (
  select case when t.takes_expectation
    then expectation_on(s.codebook_version, s.axis_code, v.country_code, r.held_on)
    else 0::float8 end as expectation) x
where p.weight is not null;

-- A roll call scored on several axes is still one act: its side is the one named on the first axis known at the time.
create view scored_roll_call as
select
  c.roll_call_id,
  c.favoured_code,
  c.codebook_version,
  u.known
from roll_call_scoring c
join axis a on a.code = c.axis_code
cross join lateral unnest(tstzmultirange(c.known) - coalesce(
  (select range_agg(d.known)
   from roll_call_scoring d
   join axis b on b.code = d.axis_code
   where d.roll_call_id = c.roll_call_id and b.position < a.position), '{}'::tstzmultirange)) as u(known);

-- Every version of every act, once, whatever its axes.
create view act_version as
select
  e.country_code,
  e.event_id::text as act_id,
  e.event_id,
  null::uuid as roll_call_id,
  e.version,
  e.known,
  e.title,
  e.recipient_code,
  e.codebook_version,
  e.type_code,
  e.variant,
  e.happened_from,
  e.happened_to,
  e.precision,
  e.scored_on,
  e.intensity,
  e.attributes,
  e.confidence,
  e.evidence_weight,
  e.mode,
  e.note,
  e.parent_id,
  e.chain_id,
  e.stage,
  e.is_scored
from stance_event_version e
where e.state = 'published'
union all
select
  v.country_code,
  v.roll_call_id || '.' || v.country_code,
  null,
  v.roll_call_id,
  1,
  v.known * s.known,
  concat(
    t.label,
    case when t.variant = 'absent' then ' from the vote on “' else ' on “' end,
    r.title, '” (', split_part(r.symbol, '/RES/', -1), ')'),
  s.favoured_code,
  s.codebook_version,
  t.type_code,
  t.variant,
  r.held_on,
  r.held_on,
  'day',
  r.held_on,
  t.base,
  jsonb_build_object('body', r.body, 'symbol', r.symbol, 'choice', initcap(t.variant)),
  t.default_confidence,
  t.evidence_weight,
  t.mode,
  null,
  null,
  null,
  null,
  true
from vote v
join roll_call r on r.id = v.roll_call_id
join scored_roll_call s on s.roll_call_id = v.roll_call_id and s.known && v.known
join event_type_variant t
  on t.codebook_version = s.codebook_version
  and t.type_code = 'DIP-UNV'
  and t.variant = case v.choice when 'Y' then 'yes' when 'N' then 'no' when 'A' then 'abstain' else 'absent' end;

-- Every version of every act on every axis where it speaks.
create view act_score as
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
  a.weight
from stance_event_version e
join scored_act a using (country_code, event_id, version)
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
  v.weight
from vote_act v;

-- Which collections an act belongs to.
create view act_collection as
select
  country_code,
  coalesce(event_id::text, roll_call_id || '.' || country_code) as act_id,
  collection_id
from collection_item;

create function act_version_as_of(k timestamptz) returns setof act_version
  language sql stable parallel safe
  as $$ select v.* from act_version v where is_known_at(v.known, k) $$;

create function act_score_as_of(k timestamptz) returns setof act_score
  language sql stable parallel safe
  as $$ select s.* from act_score s where is_known_at(s.known, k) $$;

create function claim_as_of(k timestamptz) returns setof claim
  language sql stable parallel safe
  as $$ select c.* from claim c where is_known_at(c.known, k) $$;

create function trigger_event_as_of(k timestamptz) returns setof trigger_event
  language sql stable parallel safe
  as $$ select t.* from trigger_event t where is_known_at(t.known, k) $$;
