-- Hold a roll call until commit, and when was it last changed: by a correction, a vote, or a scoring?
select greatest(
  r.known_from,
  (select max(lower(s.known)) from roll_call_scoring s where s.roll_call_id = r.id),
  (select max(lower(v.known)) from vote v where v.roll_call_id = r.id)) as changed_at
from roll_call r
where r.id = @id
for update
