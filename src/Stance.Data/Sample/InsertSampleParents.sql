-- Which acts of several countries do the sample's events belong to?
insert into parent_act (id, title, note)
select
  r.id,
  r.title,
  r.note
from jsonb_to_recordset(@rows::jsonb) as r(id uuid, title text, note text)
on conflict do nothing
