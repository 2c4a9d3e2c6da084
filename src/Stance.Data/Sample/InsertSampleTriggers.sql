-- Which events in the world do the sample's charts mark?
insert into trigger_event (id, title, starts_on, ends_on, note, known)
select
  r.id,
  r.title,
  r.starts_on,
  r.ends_on,
  r.note,
  tstzrange(r.known_from, null)
from jsonb_to_recordset(@rows::jsonb) as r(id uuid, title text, starts_on date, ends_on date, note text, known_from timestamptz)
where not exists (select from trigger_event t where t.id = r.id)
