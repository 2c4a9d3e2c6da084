-- Put the sources on file that are not, in capitals or not.
insert into source (name, reliability, url)
select distinct on (lower(s.name)) s.name, s.reliability, s.url
from import_stage_source s
where not exists (select from source o where lower(o.name) = lower(s.name))
order by lower(s.name), s.name
on conflict (name) do nothing
