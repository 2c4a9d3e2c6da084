-- Score every roll call that counts by a new codebook, and say whose votes that moves.
with closed as (
  update roll_call_scoring
  set known = tstzrange(lower(known), @at)
  where upper_inf(known)
  returning roll_call_id, axis_code, favoured_code, proposal_id
), opened as (
  insert into roll_call_scoring (roll_call_id, axis_code, favoured_code, codebook_version, known, proposal_id)
  select roll_call_id, axis_code, favoured_code, @codebook, tstzrange(@at, null), proposal_id
  from closed
)
select distinct v.country_code
from (select distinct roll_call_id from closed) c
join vote v on v.roll_call_id = c.roll_call_id and upper_inf(v.known)
