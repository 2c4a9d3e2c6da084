-- When did the newest of all that a new codebook scores anew become known?
select max(k.known_from)
from (
  select max(lower(known)) as known_from from stance_event_version where upper_inf(known)
  union all
  select max(lower(known)) from roll_call_scoring where upper_inf(known)
  union all
  select max(lower(in_force)) from codebook_version
  union all
  select max(coalesce(upper(known), lower(known))) from axis_member
) k
