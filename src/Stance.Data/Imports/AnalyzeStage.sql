-- Tell the planner how much was staged, and of what statements join.
analyze import_stage (event_id, version, passage_print), import_stage_score (event_id), import_stage_report (print, id, source), import_stage_passage (print, id, report_print)
