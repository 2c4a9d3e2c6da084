-- Under which names can the sample be asked for and cited?
insert into collection (code, name, description, citation)
select
  r.code,
  r.name,
  r.description,
  r.citation
from jsonb_to_recordset(@rows::jsonb) as r(code text, name text, description text, citation text)
where not exists (select from collection c where c.code = r.code)
order by r.code desc
