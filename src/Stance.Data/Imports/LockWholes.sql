-- Let no other writer add to the acts of several states that a batch adds to, until commit.
select count(*)
from (
  select p.id
  from parent_act p
  where p.id in (select s.parent_id from import_stage s)
  order by p.id
  for no key update
) locked
