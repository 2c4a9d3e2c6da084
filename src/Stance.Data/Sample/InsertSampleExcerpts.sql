-- Which passages do the sample's claims on votes rest on?
insert into excerpt (id, report_id, passage, highlight_from, highlight_to, pointer)
select
  r.id,
  r.report_id,
  r.passage,
  r.highlight_from,
  r.highlight_to,
  r.pointer
from jsonb_to_recordset(@rows::jsonb) as r(
  id uuid, report_id uuid, passage text, highlight_from int, highlight_to int, pointer text)
on conflict do nothing
