-- Which sources does the sample quote? One that is on file keeps its grade.
insert into source (name, reliability, url)
select
  r.name,
  r.reliability,
  r.url
from jsonb_to_recordset(@rows::jsonb) as r(name text, reliability text, url text)
on conflict (name) do nothing
