-- What is an act of several states called, how often was that corrected, and since when does it hold? It is held until commit.
select
  p.title,
  (select count(*)::int from parent_act_version v where v.parent_id = p.id) as version,
  (select max(upper(v.known)) from parent_act_version v where v.parent_id = p.id) as since
from parent_act p
where p.id = @id
for no key update
