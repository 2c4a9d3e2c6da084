-- Which sources were not read from the beginning, since when are they read and back to when coded, and from when to when was that known?
select
  v.source_id as source,
  v.read_since,
  v.coded_back_to,
  lower(v.known) as known_from,
  upper(v.known) as known_until
from source_version v
where v.read_since is not null
union all
select
  s.id,
  s.read_since,
  s.coded_back_to,
  (select max(upper(v.known)) from source_version v where v.source_id = s.id),
  null
from source s
where s.read_since is not null
