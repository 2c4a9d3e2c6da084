-- When was a tie or a membership changed last? Null = never.
select max(coalesce(upper(s.known), lower(s.known)))
from (
  select known from structural_tie
  union all
  select known from bloc_membership
) s
