-- Which votes belong to which of the sample's collections?
insert into collection_item (collection_id, country_code, roll_call_id)
select
  c.id,
  r.country,
  r.roll_call_id
from jsonb_to_recordset(@rows::jsonb) as r(code text, country text, roll_call_id uuid)
join collection c on c.code = r.code
on conflict do nothing
