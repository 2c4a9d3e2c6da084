-- Which source on file is each that a batch names?
update import_stage_source s
set id = (
  select o.id
  from source o
  where lower(o.name) = lower(s.name)
  order by o.name = s.name desc, o.name
  limit 1)
