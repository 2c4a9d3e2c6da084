-- What does this source stand as on file, and how often was it corrected? It is held until the command ends.
select
  s.name,
  s.reliability,
  s.url,
  s.read_since,
  s.coded_back_to,
  (select count(*)::int from source_version v where v.source_id = s.id) as version,
  (select max(upper(v.known)) from source_version v where v.source_id = s.id) as since
from source s
where s.id = @id
for update
