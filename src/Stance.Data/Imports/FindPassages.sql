-- Which passages of a batch are pinned already?
update import_stage_passage s
set id = f.id
from (
  select distinct on (t.print) t.print, x.id
  from import_stage_passage t
  join import_stage_report r on r.print = t.report_print
  join excerpt x
    on x.report_id = r.id
    and x.passage = t.passage
    and x.highlight_from = t.highlight_from
    and x.highlight_to = t.highlight_to
    and x.pointer = t.pointer
    and x.translation is not distinct from t.translation
    and num_nonnulls(x.text_from, x.text_to, x.text_sha256) = 0
  order by t.print, x.id
) f
where f.print = s.print
