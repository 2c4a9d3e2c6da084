-- Score the roll calls of a country's side anew, and say whose votes that moves.
with closed as (
  update roll_call_scoring s
  set known = tstzrange(lower(s.known), @at)
  from roll_call r
  where r.id = s.roll_call_id
    and s.axis_code = @axis
    and s.favoured_code = @country
    and upper_inf(s.known)
    and daterange(@from, @until) @> r.held_on
  returning s.roll_call_id, s.axis_code, s.favoured_code, s.codebook_version, s.proposal_id
), opened as (
  insert into roll_call_scoring (roll_call_id, axis_code, favoured_code, codebook_version, known, proposal_id)
  select roll_call_id, axis_code, favoured_code, codebook_version, tstzrange(@at, null), proposal_id
  from closed
)
select distinct v.country_code
from (select distinct roll_call_id from closed) c
join vote v on v.roll_call_id = c.roll_call_id and upper_inf(v.known)
