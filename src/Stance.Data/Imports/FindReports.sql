-- Which reports of a batch are on file?
update import_stage_report s
set id = f.id
from (
  select distinct on (t.print) t.print, r.id
  from import_stage_report t
  join import_stage_source o on o.name = t.source
  join report r
    on r.source_id = o.id
    and r.title = t.title
    and r.published_on = t.published_on
    and r.language = t.language
    and not r.is_partial
    and (r.author, r.url, r.origin_group) is not distinct from (t.author, t.url, t.origin_group)
  order by t.print, r.id
) f
where f.print = s.print
