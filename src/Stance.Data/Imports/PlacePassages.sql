-- Pin the other passages of a batch.
insert into excerpt (id, report_id, passage, highlight_from, highlight_to, pointer, translation)
select s.id, r.id, s.passage, s.highlight_from, s.highlight_to, s.pointer, s.translation
from import_stage_passage s
join import_stage_report r on r.print = s.report_print
where not exists (select from excerpt x where x.id = s.id)
